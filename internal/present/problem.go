package present

import (
	"context"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/rapport-desktop/rapport/internal/ending"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// maxQuoted is how much of a refused value a sentence repeats, in letters.
const maxQuoted = 60

// Error says what went wrong: what happened, what is safe, what to do. A
// [rapport.Problem] anywhere in the chain has its own sentence; anything else
// gets a general one with the technical detail at its end.
func (s *Speaker) Error(err error) string {
	if err == nil {
		return ""
	}
	if errors.Is(err, context.Canceled) {
		return s.T("error.cancelled")
	}
	var problem *rapport.Problem
	if errors.As(err, &problem) {
		if sentence, ok := s.refusal(problem); ok {
			return sentence
		}
	}
	return s.T("error.general", Args{"Detail": err.Error()})
}

// refusal is the sentence of a problem, if there is one and it was given what it
// needs.
func (s *Speaker) refusal(p *rapport.Problem) (string, bool) {
	key, args := "problem."+p.Code, s.particulars(p.Args)
	var sentence string
	if count, ok := p.Args["count"].(int); ok && s.counted(key) {
		sentence = s.N(key, count, args)
	} else {
		sentence = s.T(key, args)
	}
	return sentence, sentence != missing(key)
}

// particulars turns the arguments of a problem into those of its sentence: names
// get a capital (field is {{.Field}}), fields and things are called by their
// names, a country becomes its law, several names become a list, what is in the way
// of an ending its lines, and a value somebody typed is cut to a
// length that can be read. A sentence with plural forms takes its number from the
// argument count.
func (s *Speaker) particulars(args rapport.Args) Args {
	ready := make(Args, len(args))
	for name, value := range args {
		switch v := value.(type) {
		case string:
			value = s.particular(name, v)
		case error:
			value = s.Error(v)
		case []string:
			value = s.List(v)
		case []ending.Block:
			earliest, _ := args["earliest"].(rapport.Date)
			value = strings.Join(s.Blocks(v, earliest), "; ")
		}
		ready[titled(name)] = value
	}
	return ready
}

// particular words one argument that is a text.
func (s *Speaker) particular(name, v string) string {
	switch {
	case name == "field" && s.has("field."+v):
		return s.Field(v)
	case name == "what" && s.has("thing."+v):
		return s.T("thing." + v)
	case name == "country":
		return s.law(v)
	case name == "value":
		return shorten(v)
	default:
		return v
	}
}

// titled gives an argument the capital it has in templates.
func titled(name string) string {
	if name == "" || name[0] < 'a' || name[0] > 'z' {
		return name
	}
	return string(name[0]-'a'+'A') + name[1:]
}

// shorten cuts a value to a readable length, between letters.
func shorten(text string) string {
	if utf8.RuneCountInString(text) <= maxQuoted {
		return text
	}
	return string([]rune(text)[:maxQuoted]) + "…"
}
