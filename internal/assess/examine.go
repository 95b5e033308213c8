package assess

import "github.com/rapport-desktop/rapport/internal/rapport"

// Examination is what comes to light by judging again with one thing changed.
// It costs some fifty judgements, so it is made when somebody asks.
type Examination struct {
	WouldChange []WhatIf
	Question    *Question // nil when no answer would change anything
}

// WhatIf is a change with which the verdict would be another. It is either
// something that happened and is thought away (Without), or something that may
// happen (Code, Times).
type WhatIf struct {
	Verdict rapport.Verdict
	Without []rapport.ID // the smallest set of past entries without which
	Code    string       // one of WhatIfCodes, "" with Without
	Times   int          // how often it would have to happen
	By      rapport.Date // the last of the days it was imagined on
}

// Question is the one thing unknown whose answer would most likely change the verdict.
type Question struct {
	Code    string       // one of AskCodes
	About   []rapport.ID // the entries it is about, newest last; none when about the client
	Gain    float64      // chance that the answer changes the verdict, 0–1
	Options []Option
}

// Option is one answer to a question.
type Option struct {
	Code    string          // "option.<question>.<code>"
	Verdict rapport.Verdict // what the verdict would be
}

// Examine judges again with one thing changed at a time.
func Examine(h History, a Assessment) Examination { return Examination{} }

// Consequence is what an answer does to the book.
type Consequence struct {
	Answer        rapport.Answer
	Add           []rapport.Entry
	Change        []rapport.Entry
	Circumstances []rapport.Circumstance // to be set; the entry is one of Add or on record
}

// Consequences says what answering does: the same that was imagined to find the
// question. It refuses a question or an option it does not know.
func Consequences(h History, question, option string, on rapport.Date) (Consequence, error) {
	return Consequence{}, nil
}

// WhatIfCodes returns every code a WhatIf can bear.
func WhatIfCodes() []string { return nil }
