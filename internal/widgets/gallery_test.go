package widgets

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
)

// gallery is a window with nearly every part in it, as the golden pictures and
// the theme tests use it.
func gallery() fyne.CanvasObject {
	shell := &Shell{Rail: galleryRail(), Screen: NewPage(NewColumn(24,
		NewRow(12, BackLink("Review", nil), NewText("/", ColorMuted), &Text{Text: "Harbour Studio", As: Name, Bold: true}, Spring(),
			&Button{Text: "Log", Icon: "log"}),
		HintBanner("As harsh as 4 of 5; your limit is 3", "Speak about it tomorrow, calmly.", NewButton("All right", nil)),
		NewSplit(348, galleryMain(), galleryAside()),
		NewCard(NewColumn(8, SectionHead("Twelve months", "", NewLink("Read as text", nil)), galleryTimeline())),
		galleryForm(),
		NewColumn(16, &Progress{Steps: []StepState{StepDone, StepSkipped, StepNow, StepAhead}}, galleryGuide()),
		NewSplit(348, NewColumn(12,
			&Option{Icon: "plus", Title: "Start a new book", Text: "Begin with the client on your mind. Two minutes are enough.", Primary: true},
			&Option{Icon: "import", Title: "Bring what you have", Text: "Invoices, a spreadsheet, an address book or a calendar."},
		), NewColumn(12, NewRow(16, &Logo{}, &Score{Value: 4}), &Specimen{Code: "extra_mile", Values: []float64{10, 12, 10, 11, 40, 60, 62, 50, 30, 20}, Mark: 4, Label: "the flood"})),
	))}
	return shell
}

func galleryRail() *Rail {
	return &Rail{
		Name: "Rapport", Log: "Log an entry", Find: "Find", FindHint: "Ctrl K",
		Items: []RailItem{{"review", "Review"}, {"journal", "Journal"}, {"import", "Import"}},
		Foot:  []RailItem{{"settings", "Settings"}}, Book: "Studio Lenz", Place: "Saved on this computer",
	}
}

func galleryMain() fyne.CanvasObject {
	return NewColumn(24,
		NewColumn(8,
			NewFlow(12, &VerdictChip{Code: "extra_mile", Word: "Extra mile"},
				NewText("Strain 61 of 100", ColorSoft), NewText("Confidence: substantial", ColorMuted)),
			&Text{Text: "The trouble came with the flood, not with the work. This one is worth an extra mile.", As: Answer, Bold: true},
		),
		&Balance{Title: "For and against", Against: "speaks against", For: "speaks for", Rows: []BalanceRow{
			{Text: "Office flooded on 12 May; friction from 15 May", Code: "circumstance", Weight: 5.9, Link: "1 entry"},
			{Text: "Twenty-six calm months before that day", Code: "circumstance", Weight: 3.5, Link: "41 entries", Note: "3.5 decibans, 2 to 1"},
			{Text: "Two complaints about our dates were partly right", Code: "ours", Weight: -3.4, Link: "2 entries"},
			{Text: "Three requests went beyond the quote", Code: "pattern", Weight: -1.8, Link: "3 entries"},
		}},
		NewColumn(8, SectionHead("Where it comes from", ""), &SharesBar{Shares: []Share{
			{"circumstance", 0.71, "71 %", "Their situation"}, {"ours", 0.17, "17 %", "Ours"}, {"pattern", 0.12, "12 %", "A pattern"},
		}}),
		&Meters{Code: "extra_mile", Rows: []Meter{
			{"Demands", 40, "40"}, {"Complaints", 35, "35"}, {"Conduct", 0, "0"}, {"Payment", 20, "20"}, {"Energy", 100, "100"},
		}},
	)
}

func galleryAside() fyne.CanvasObject {
	return NewColumn(12,
		NewCard(
			NewColumn(12, NewColumn(4, &Text{Text: "Go the extra mile", As: Lead, Bold: true}, NewText("Seven short steps, beginning with a call.", ColorSoft)),
				&Button{Text: "Start the guide", Trail: "right", Role: Primary, Tall: true}),
			NewColumn(8, &Text{Text: "Your decision", As: Label, Color: ColorMuted}, NewGrid(8, 100, &Button{Text: "Agree"}, &Button{Text: "Choose otherwise"})),
		),
		NewCard(NewColumn(4, &Text{Text: "What would change this", As: Label, Color: ColorMuted},
			NewRow(12, Stretch(NewText("Complaints go on after 31 July", "")), VerdictWord("trial", "Trial")),
			NewRow(12, Stretch(NewText("The June invoice is paid by 10 July", "")), VerdictWord("keep", "Keep")))),
		NewStrip(&Reminder{Icon: "trial", Title: "Look again on Friday", Text: "Kaya Consulting: trial"}),
		NewStrip(NewColumn(8, &Button{Text: "Finish the ending", Locked: true, Tall: true},
			NewText("Opens when the source files are handed over or waived with a reason.", ColorSoft))),
		Hint("This takes the apology back", "The reason may be true. Leave it out here.", NewButton("Take it out", nil), &Button{Text: "Leave it", Role: Quiet}),
	)
}

func galleryTimeline() *Timeline {
	line := &Timeline{Start: 0, End: 390, Today: 360, Code: "extra_mile", Words: TimelineWords{"Strain", "Today", "It began on 15 May"}, Onset: 314,
		Bands: []Band{{From: 311, To: 391, Label: "Office flood, look again on 31 July"}}}
	for day := 0; day <= 360; day += 12 {
		value := 16 + float64(day%36)/9
		if day > 310 {
			value = min(66, 20+float64(day-310))
		}
		line.Strain = append(line.Strain, StrainPoint{day, value})
	}
	friction, good, ours := Lane{Label: "Friction"}, Lane{Label: "Goodwill", Shape: Circles}, Lane{Label: "From us", Shape: Squares}
	for i, weight := range []int{1, 2, 3, 5, 4, 1} {
		friction.Marks = append(friction.Marks, Mark{Day: 312 + 9*i, Weight: weight})
	}
	for day := 20; day < 360; day += 40 {
		good.Marks = append(good.Marks, Mark{Day: day, Weight: 3})
		ours.Marks = append(ours.Marks, Mark{Day: day - 7, Weight: 3})
	}
	tried := Lane{Label: "Tried", Shape: Diamonds, Marks: []Mark{{Day: 120}, {Day: 330, Hollow: true}}}
	line.Lanes = []Lane{friction, good, ours, tried}
	for i, name := range []string{"Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul"} {
		line.Months = append(line.Months, Month{Day: 15 + 30*i, Label: name, Now: i == 11})
	}
	return line
}

func galleryForm() fyne.CanvasObject {
	mail := NewField("E-mail", "")
	mail.SetText("ruth@mercer")
	mail.SetProblem("The part behind the @ has no point.")
	due := NewDateField("Due", galleryDates(), galleryDate())
	due.SetDay(time.Date(2026, 7, 3, 0, 0, 0, 0, time.UTC))
	line := NewLineEntry("")
	line.SetText("harbour complaint unfair 3 e4 asked for a fourth redesign")
	line.Underline([]Underline{{0, 7, false}, {8, 17, false}, {18, 24, true}, {25, 26, false}, {27, 29, false}})
	return NewSplit(348,
		NewColumn(16,
			NewCard(line, NewFlow(8,
				&Chip{Icon: "people", Value: "Harbour Studio", Chosen: true}, &Chip{Icon: "journal", Value: "Complaint", Chosen: true},
				&Chip{Icon: "unclear", Label: "justified", Value: "no"}, &Chip{Label: "severity", Scale: 5, Filled: 3, Value: "3"}, &Chip{Icon: "calendar", Value: "Mon 29 June 2026"})),
			NewGrid(16, 220, NewField("Name", "for example Harbour Studio"), mail, NewChoice("Currency", []string{"Euro", "Pound"}, 0, nil), due),
			NewFlow(16, &Rings{Label: "Severity", Value: 3, Words: []string{"none", "slight", "small", "notable", "bad", "grave"}}, &Segment{Options: []string{"List", "Map"}}),
			&Segment{Options: []string{"English", "Deutsch", "Türkçe", "Nederlands"}, Equal: true},
			NewFlow(8, &Button{Text: "Save", Role: Primary, Hint: "Enter"}, &Button{Text: "Cancel", Hint: "Esc"}, &Button{Text: "Use the form", Role: Quiet}),
		),
		NewColumn(12,
			NewCard(galleryTable()),
			NewCard(NewColumn(12, &TickBox{Text: "Source files", Detail: "Promised for Friday"}, &TickBox{Text: "Site keys", Detail: "Returned on 26 June", State: Done}, &TickBox{Text: "Site visit", State: Waived})),
			NewCard(KeyValues(KeyValue("Value per hour", "€84.00", true), KeyValue("Strain", "61", false))),
			NewRow(12, &Spark{Values: []float64{12, 14, 13, 20, 31, 44, 58, 66, 61}, Code: "extra_mile"}, NewText("61", ""), &Spark{Values: []float64{6, 7, 6, 5}, Code: "keep", Low: true}),
			EmptyPlace("journal", "What happens with this client will stand here.", NewButton("Log an entry", nil)),
		))
}

func galleryGuide() fyne.CanvasObject {
	paper := NewPaper("")
	paper.SetText("Dear Ruth,\n\nI am sorry, but May was a very full month for all of us here in the office.\n\nMara Lenz")
	from := strings.Index(paper.Text(), "but")
	paper.Mark([]Passage{{from, strings.Index(paper.Text(), " in the office")}})
	facts := NewCard(NewColumn(4, &Text{Text: "From the book. Click to put it in the letter.", As: Label, Color: ColorMuted},
		&Fact{When: "15 May", Text: "Hand-over promised for 22 May", Least: 48, OnTapped: func() {}}, &Fact{When: "2 June", Text: "Handed over, eleven days late", Least: 48}))
	return NewTrio(
		&Steps{Rows: []StepRow{{"Let it settle", StepDone, true}, {"Hear them out", StepSkipped, true}, {"Write to them, and nothing but the apology", StepNow, true}, {"Look back", StepAhead, false}}},
		NewColumn(12, &TickBox{Text: "What happened", Detail: "In their words, with the day", State: Done, Strong: true},
			&Pick{Text: "It is ours", Detail: "Without a but", Chosen: true}, &Pick{Text: "Partly"}),
		NewColumn(12, &Card{Flush: true, Sections: []fyne.CanvasObject{paper}}, &Pace{Seconds: 90, Left: 62, Breath: Breath{In: 4, Out: 6}}), facts)
}

func galleryTable() *Table {
	return &Table{
		Columns: []TableColumn{{Title: "Invoice", Width: 52}, {Title: "Issued to paid"}, {Title: "Due", Width: 60}, {Title: "Amount €", Width: 64, Right: true}},
		Rows: [][]Cell{
			{{Text: "2041"}, {Bar: &DueBar{Due: 14, Done: 61, Open: true}}, {Text: "14 May"}, {Text: "2,400.00", Bold: true}},
			{{Text: "2052"}, {Bar: &DueBar{Due: 14, Done: 26}}, {Text: "11 June"}, {Text: "1,080.00"}},
		},
		Total: []Cell{{Text: "Claim", Bold: true}, {}, {}, {Text: "3,480.00", Bold: true}}, OnOpened: func(int) {},
	}
}

func galleryDates() DateWords {
	return DateWords{
		Format: func(day time.Time) string { return day.Format("2 Jan 2006") },
		Parse: func(text string) (time.Time, error) {
			for _, form := range []string{"2006-01-02", "2 Jan 2006"} {
				if day, err := time.Parse(form, text); err == nil {
					return day, nil
				}
			}
			return time.Time{}, fmt.Errorf("There is no day %q.", text)
		},
		Month:    func(first time.Time) string { return first.Format("January 2006") },
		Weekdays: [7]string{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"}, First: time.Monday,
		Previous: "Before", Next: "After",
	}
}

// galleryDate is the day all pictures are made on.
func galleryDate() time.Time { return time.Date(2026, 6, 30, 0, 0, 0, 0, time.UTC) }
