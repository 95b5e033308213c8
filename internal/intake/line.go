package intake

import (
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// LineContext is what a quick line is read against. Today is also the day of an
// entry whose line names none.
type LineContext struct {
	Words   *Words
	Clients *Names
	Today   rapport.Date
}

// Line is what was understood of a quick line.
type Line struct {
	Client Match         // whom it is about; see Match.Sure
	Entry  rapport.Entry // On is today and Severity the default unless said; Kind "" when none was said
	Tokens []Token       // in order of the text, never overlapping
}

// Token is a part of the line that was understood, for underlines and chips.
type Token struct {
	Start, End int              // bytes of the text, End excluded
	Role       Role             // which field of the entry it sets
	Told       bool             // it tells what happened: the note begins with it at the latest
	Problem    *rapport.Problem // why it cannot be stored as it stands; nil when it can
}

// Role says which field a token sets.
type Role string

// The roles.
const (
	RoleClient    Role = "client"
	RoleKind      Role = "kind"
	RoleJustified Role = "justified"
	RoleScope     Role = "scope"
	RoleChannel   Role = "channel" // without a kind it makes the entry a contact, unless it is in public
	RoleSeverity  Role = "severity"
	RoleEnergy    Role = "energy"
	RoleAnger     Role = "anger"
	RoleMinutes   Role = "minutes"
	RoleDate      Role = "date"
	RoleMark      Role = "mark" // a lone dash; sets nothing
)

// ParseLine reads a quick line. It never fails: whatever is not understood is
// the note. [Line.Err] tells whether the result can be stored.
func ParseLine(text string, in LineContext) Line {
	line := newReader(text, in, reading{}).read()
	if line.Client.Certainty == Unknown {
		line = findClient(line, text, in)
	}
	line.dropQualifiers()
	line.Entry.Note = noteOf(text, line.Tokens)
	line.Entry.Client = line.Client.Found.ID
	if line.Entry.Kind == "" && line.meeting() {
		line.Entry.Kind = rapport.Contact
	}
	return line
}

// findClient reads a line again in which no client was found. First as if it began
// with one whose name could be a fact, "Friday Studio" say; then as if it began
// with one who is not in the book yet.
func findClient(line Line, text string, in LineContext) Line {
	if again := newReader(text, in, reading{clientFirst: true}).read(); again.Client.Sure() {
		return again
	}
	if again := newReader(text, in, reading{newClient: true}).read(); again.Client.Text != "" {
		return again
	}
	return line
}

// dropQualifiers gives a qualifier back to the note that does not go with the kind:
// only complaints are unfair, only demands beyond what was agreed.
func (l *Line) dropQualifiers() {
	kind := l.Entry.Kind
	if kind != "" && kind != rapport.Complaint && l.Entry.Justified != "" {
		l.Entry.Justified = ""
		l.drop(RoleJustified)
	}
	if kind != "" && kind != rapport.Demand && l.Entry.Scope != "" {
		l.Entry.Scope = ""
		l.drop(RoleScope)
	}
}

func (l *Line) drop(role Role) {
	l.Tokens = slices.DeleteFunc(l.Tokens, func(t Token) bool { return t.Role == role })
}

// meeting reports whether a channel was named that by itself says: we spoke.
func (l Line) meeting() bool {
	return l.Entry.Channel != "" && l.Entry.Channel != rapport.InPublic
}

// Said returns the token of a role, and whether there is one.
func (l Line) Said(role Role) (Token, bool) {
	for _, t := range l.Tokens {
		if t.Role == role {
			return t, true
		}
	}
	return Token{}, false
}

// Err returns the first reason why the line cannot be stored as it stands: a
// client or kind that is missing or unclear, or a fact that cannot be. It does
// not stand in for [rapport.Entry.Check], which judges the note as well.
func (l Line) Err() error {
	if !l.Client.Sure() {
		if l.Client.Text == "" {
			return rapport.Refuse(ErrLineClient, nil)
		}
		return l.Client.Problem()
	}
	if l.Entry.Kind == "" {
		return rapport.Refuse(ErrLineKind, nil)
	}
	for _, t := range l.Tokens {
		if t.Problem != nil {
			return t.Problem
		}
	}
	return nil
}

// noteOf returns what of the text lies in no token, in the spelling and spacing it
// was typed in; where a token is cut out of the middle one blank remains. From the
// first token that tells what happened nothing is cut: it is the user's sentence.
func noteOf(text string, tokens []Token) string {
	if told := slices.IndexFunc(tokens, func(t Token) bool { return t.Told }); told >= 0 {
		tokens = tokens[:told]
	}
	var parts []string
	from := 0
	for _, t := range append(tokens[:len(tokens):len(tokens)], Token{Start: len(text), End: len(text)}) {
		if part := strings.TrimSpace(text[from:t.Start]); part != "" {
			parts = append(parts, part)
		}
		from = t.End
	}
	return strings.Join(parts, " ")
}
