package rapport

import "strings"

// Run is a guide taken up with a client: where the user is in it and what was
// ticked, chosen and written so far. It is a draft, not part of the record: what a
// guide brings about (an entry, a promise, a letter) is stored by itself.
type Run struct {
	ID      ID
	Client  ID
	Guide   string // code of the guide
	Started Date
	Touched Date              // last worked on
	Step    string            // code of the step to go on with
	Kept    map[string]string // by step: the code chosen, the codes ticked (space between), the text written; "done" or "skipped" otherwise
	Done    Date              // zero while it is under way
}

// Check tells whether the run can be stored. What it holds are codes and drafts; the
// guide itself knows which of them mean something.
func (r Run) Check(today Date) error {
	if err := checkName("guide", r.Guide); err != nil {
		return err
	}
	if err := checkDay("started", r.Started, today); err != nil {
		return err
	}
	if err := checkDay("touched", r.Touched, today); err != nil {
		return err
	}
	if err := checkLine("step", r.Step, MaxName); err != nil {
		return err
	}
	for step, kept := range r.Kept {
		if err := checkName("step", step); err != nil {
			return err
		}
		if err := checkText("text", kept, MaxNote); err != nil {
			return err
		}
	}
	return checkPast("done", r.Done, r.Started, today)
}

// LaidAside reports whether the run was begun and not finished. One of which nothing
// is kept was only looked into: nobody waits for it to go on.
func (r Run) LaidAside() bool { return r.Done.IsZero() && len(r.Kept) > 0 }

// Letter is something written to a client. A draft has no day of sending; a sent
// one never changes.
type Letter struct {
	ID       ID
	Client   ID
	Kind     string // code of the template
	Language string // "en", "de", "tr", "nl"
	Style    string // "formal", "friendly"
	Subject  string
	Body     string
	Written  Date
	Held     Date   // may not go out before this day; zero when it may at once
	Sent     Date   // zero for a draft
	Way      string // how it went out: "copy", "mail", "text", "pdf"; "" for a draft
}

// The kinds of letter that have a rule of their own. Notice waits for the night after
// its ending was begun; the closing letter follows an ending, and goes out once the
// engagement is over.
const (
	LetterNotice  = "notice"
	LetterClosing = "closing"
)

// The styles of a letter.
const (
	Formal   = "formal"
	Friendly = "friendly"
)

// The ways a letter goes out.
const (
	WayCopy = "copy" // copied, to be pasted somewhere
	WayMail = "mail" // handed to the mail program
	WayText = "text" // a text file
	WayPDF  = "pdf"
)

// Draft reports whether the letter has not been sent.
func (l Letter) Draft() bool { return l.Sent.IsZero() }

// Releasable refuses a draft that is held for another night; a letter written in
// anger reads differently in the morning.
func (l Letter) Releasable(today Date) error {
	if l.Held > today {
		return Refuse(ErrLetterHeld, Args{"until": l.Held})
	}
	return nil
}

// Check tells whether the letter can be stored. A draft may still be empty, a sent
// letter says something and how it went out.
func (l Letter) Check(today Date) error {
	if err := checkName("kind", l.Kind); err != nil {
		return err
	}
	if err := checkName("language", l.Language); err != nil {
		return err
	}
	if l.Style != Formal && l.Style != Friendly {
		return Refuse(ErrStyle, Args{"value": l.Style})
	}
	if err := checkLine("subject", l.Subject, MaxField); err != nil {
		return err
	}
	if err := checkText("body", l.Body, MaxNote); err != nil {
		return err
	}
	if err := checkDay("written", l.Written, today); err != nil {
		return err
	}
	if err := checkSince("held", l.Held, l.Written); err != nil {
		return err
	}
	return l.checkSent(today)
}

// checkSent holds a sent letter to having a way, and a draft to having none.
func (l Letter) checkSent(today Date) error {
	if l.Draft() && l.Way == "" {
		return nil
	}
	switch l.Way {
	case WayCopy, WayMail, WayText, WayPDF:
	default:
		return Refuse(ErrWay, Args{"value": l.Way})
	}
	if strings.TrimSpace(l.Body) == "" {
		return Refuse(ErrLetterEmpty, nil)
	}
	if l.Draft() {
		return Refuse(ErrDateMissing, Args{"field": "sent"})
	}
	return checkPast("sent", l.Sent, l.Written, today)
}
