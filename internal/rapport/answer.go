package rapport

// Answer is what the user said when the judgement asked. The question and the
// answer are codes of the judgement; a "don't know" is kept as well, so that the
// same thing is not asked again the next day.
type Answer struct {
	ID       ID
	Client   ID
	On       Date
	Question string // a code of package assess
	Given    string // the code of the answer
	About    ID     // the entry it is about; zero when it is about the client
}

// Check tells whether the answer can be stored.
func (a Answer) Check(today Date) error {
	if err := checkDay("date", a.On, today); err != nil {
		return err
	}
	if err := checkName("question", a.Question); err != nil {
		return err
	}
	return checkName("answer", a.Given)
}
