package present

// Passages is the whole page as text, for readers of screens and terminals: the
// same words in the same order. Parts with nothing in them are left out.
func (p EndingPage) Passages(s *Speaker) []Passage {
	owed := func(r OwedRow) string { return r.What + ". " + r.Text }
	stations := each(p.Stations, func(st Station) string { return st.Word + ": " + s.T("station_state."+string(st.State)) })
	all := []Passage{
		{"", lines(p.Head.Title, p.Head.Answer, p.Head.Line, p.Head.Since, p.Reopened)},
		{s.T("text.stations"), stations},
		{p.Story.Prompt, lines(p.Story.Text, p.Story.Note)},
		{p.Ours.Title, append(lines(p.Ours.Note, p.Ours.Empty), each(p.Ours.Rows, owed)...)},
		{s.T("text.asks"), each(p.Asks, func(a AskRow) string { return a.Question + " (" + a.Example + ")" })},
		{s.T("text.theirs"), each(p.Theirs, owed)},
	}
	all = append(all, p.Claims.Passages()...)
	all = append(all,
		Passage{p.Earliest.Label, append(lines(p.Earliest.Day, p.Earliest.Line, p.Earliest.Note), each(p.Earliest.Rows, factLine)...)},
		Passage{p.Waiting.Label, append(each(p.Waiting.Rows, factLine), lines(p.Waiting.Empty, p.Waiting.Income)...)},
		Passage{s.T("text.fears"), each(p.Fears, func(f FearRow) string { return f.Text + ": " + f.Answer })},
		Passage{p.Finish.Label, append(lines(p.Finish.Why), append(p.Finish.Steps, lines(p.Finish.Note)...)...)},
		Passage{p.Flag.Prompt, lines(p.Flag.Reason, p.Flag.Note)},
	)
	return told(append(all, Passage{"", lines(p.Reopen)}))
}

// Passages is the claims as text, one passage for each currency and one for how
// each was worked out.
func (p ClaimsPage) Passages() []Passage {
	var all []Passage
	for _, t := range p.Tables {
		row := func(r ClaimRow) string {
			return r.Name + ", " + r.Due + ", " + r.Days + ": " + r.Amount + ", " + r.Interest + ", " + r.Flat
		}
		sum := t.Title + " " + t.Rate + ": " + t.Total.Amount + ", " + t.Total.Interest + ", " + t.Total.Flat + ", " + t.All
		if t.Rate == "" {
			sum = t.Title + ": " + t.All
		}
		all = append(all, Passage{p.Title + ", " + t.Unit, append(each(t.Rows, row), sum)})
		all = append(all, t.How...)
	}
	return append(all, Passage{p.Title, append(p.Unclaimed, lines(p.Note, p.Empty)...)})
}

func factLine(f Fact) string { return f.Label + ": " + f.Value }
