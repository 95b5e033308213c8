package book

import "github.com/rapport-desktop/rapport/internal/rapport"

const (
	decisionColumns = "SELECT id, client, day, offered, chosen, why, again, outcome, judged FROM decisions "
	answerColumns   = "SELECT id, client, day, question, answer, about FROM answers "
)

var (
	decisions = newTable("decisions", "id", "client", "day", "offered", "chosen", "why", "again", "outcome", "judged")
	answers   = newTable("answers", "id", "client", "day", "question", "answer", "about")
)

func scanDecision(r *rows) rapport.Decision { return scanDecisionAt(r, 0) }

// scanDecisionAt reads the columns of decisionColumns that begin at the given one.
func scanDecisionAt(r *rows, i int) rapport.Decision {
	return rapport.Decision{
		ID: r.id(i), Client: r.id(i + 1), On: r.day(i + 2),
		Offered: rapport.Verdict(r.text(i + 3)), Chosen: rapport.Verdict(r.text(i + 4)), Why: r.text(i + 5),
		Again: r.day(i + 6), Outcome: rapport.Outcome(r.text(i + 7)), Judged: r.day(i + 8),
	}
}

func decisionValues(d rapport.Decision) []any {
	return []any{d.ID, d.Client, d.On, d.Offered, d.Chosen, d.Why, d.Again, string(d.Outcome), d.Judged}
}

// Decision returns one decision.
func (tx *Tx) Decision(id rapport.ID) (rapport.Decision, error) {
	return get(tx, "decision", scanDecision, decisionColumns+"WHERE id = ?", id)
}

// DecisionsOf returns what the user decided about a client, the oldest first.
func (tx *Tx) DecisionsOf(client rapport.ID) ([]rapport.Decision, error) {
	return all(tx, scanDecision, decisionColumns+"WHERE client = ? ORDER BY day, id", client)
}

// AddDecision stores a decision.
func (tx *Tx) AddDecision(d rapport.Decision) error {
	if err := d.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.add(decisions, decisionValues(d)...)
}

// SetDecision stores what changed about a decision, such as how it turned out.
func (tx *Tx) SetDecision(d rapport.Decision) error {
	if err := d.Check(rapport.MaxDate); err != nil {
		return err
	}
	return tx.set(decisions, "decision", decisionValues(d)...)
}

func scanAnswer(r *rows) rapport.Answer {
	return rapport.Answer{
		ID: r.id(0), Client: r.id(1), On: r.day(2), Question: r.text(3), Given: r.text(4), About: r.id(5),
	}
}

// AnswersOf returns what the user said about a client when asked, the oldest first.
func (tx *Tx) AnswersOf(client rapport.ID) ([]rapport.Answer, error) {
	return all(tx, scanAnswer, answerColumns+"WHERE client = ? ORDER BY day, id", client)
}

// AddAnswer stores what the user said when asked.
func (tx *Tx) AddAnswer(a rapport.Answer) error {
	if err := a.Check(rapport.MaxDate); err != nil {
		return err
	}
	var about any // NULL when it is about the client
	if a.About != (rapport.ID{}) {
		about = a.About
	}
	return tx.add(answers, a.ID, a.Client, a.On, a.Question, a.Given, about)
}
