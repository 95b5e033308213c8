package guide

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// The files of a library beside its guides.
const (
	orderFile = "order.json" // the codes of all guides, as they are listed
	cardsFile = "cards.json"
)

// Card is a practice card: one thought worth keeping, and the guide it opens. Its
// texts are card.<code>.title and .text.
type Card struct {
	Code  string `json:"code"`
	Guide string `json:"guide"`
}

// ReadLibrary reads the guides of a folder: one file a guide, named after its code, in
// the order of order.json. A file that does not say what it must is refused with
// its name: guides are part of the program, and a broken one is a broken build.
func ReadLibrary(folder fs.FS) (Library, error) {
	var order []string
	if err := readInto(folder, orderFile, &order); err != nil {
		return nil, err
	}
	files, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, fmt.Errorf("listing the guides: %w", err)
	}
	for _, name := range files {
		code := strings.TrimSuffix(name, ".json")
		if name != orderFile && name != cardsFile && !slices.Contains(order, code) {
			return nil, fmt.Errorf("guide %s is missing in %s", code, orderFile)
		}
	}
	var l Library
	for _, code := range order {
		var g Guide
		if err := readInto(folder, code+".json", &g); err != nil {
			return nil, err
		}
		if g.Code != code {
			return nil, fmt.Errorf("guide %s calls itself %q", code, g.Code)
		}
		if _, twice := l.Find(code); twice {
			return nil, fmt.Errorf("guide %s stands twice in %s", code, orderFile)
		}
		if err := g.check(); err != nil {
			return nil, fmt.Errorf("guide %s: %w", code, err)
		}
		l = append(l, g)
	}
	return l, nil
}

// ReadCards reads the practice cards of a folder; each must open a guide of the
// library.
func ReadCards(folder fs.FS, l Library) ([]Card, error) {
	var cards []Card
	if err := readInto(folder, cardsFile, &cards); err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, c := range cards {
		if err := checkCode(c.Code); err != nil || known[c.Code] {
			return nil, fmt.Errorf("card %q has no code of its own", c.Code)
		}
		known[c.Code] = true
		if _, found := l.Find(c.Guide); !found {
			return nil, fmt.Errorf("card %s opens %q, which is no guide", c.Code, c.Guide)
		}
	}
	return cards, nil
}

// readInto decodes one file strictly: a field nobody knows is a typing slip.
func readInto(folder fs.FS, name string, into any) error {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return fmt.Errorf("reading the guides: %w", err)
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("reading %s: something follows", name)
	}
	return nil
}

func (g Guide) check() error {
	if err := checkCode(g.Code); err != nil {
		return err
	}
	if !slices.Contains(Groups(), g.Group) {
		return fmt.Errorf("unknown group %q", g.Group)
	}
	for _, v := range g.For.Verdicts {
		if err := v.Check(); err != nil {
			return err
		}
	}
	for _, k := range g.For.Kinds {
		if err := k.Check(); err != nil {
			return err
		}
	}
	if len(g.Steps) == 0 {
		return fmt.Errorf("no steps")
	}
	for i, step := range g.Steps {
		if err := step.check(g.Steps[:i]); err != nil {
			return fmt.Errorf("step %q: %w", step.Code, err)
		}
	}
	return nil
}

// reserved are the names of texts, which no step or item may bear.
var reserved = []string{"title", "line", "done", "text", "why"}

func (s Step) check(before []Step) error {
	if err := checkCode(s.Code); err != nil {
		return err
	}
	if slices.ContainsFunc(before, func(b Step) bool { return b.Code == s.Code }) {
		return fmt.Errorf("the code stands twice")
	}
	for i, item := range s.Items {
		if err := checkCode(item); err != nil || slices.Contains(s.Items[:i], item) {
			return fmt.Errorf("item %q has no code of its own", item)
		}
	}
	if err := s.checkWhen(before); err != nil {
		return err
	}
	if s.Show != "" && !slices.Contains(Facts(), s.Show) {
		return fmt.Errorf("unknown fact %q", s.Show)
	}
	return s.checkKind(before)
}

// checkWhen holds a condition to an earlier choice and its options.
func (s Step) checkWhen(before []Step) error {
	if s.When == nil {
		return nil
	}
	for _, b := range before {
		if b.Code != s.When.Step || b.Kind != Choose {
			continue
		}
		for _, is := range s.When.Is {
			if !slices.Contains(b.Items, is) {
				return fmt.Errorf("depends on %q, which cannot be chosen", is)
			}
		}
		if len(s.When.Is) > 0 {
			return nil
		}
	}
	return fmt.Errorf("depends on %q, which is no earlier choice", s.When.Step)
}

// needs says which fields each kind of step must have; it may have no other.
var needs = map[StepKind]struct{ items, seconds, letter, entry, gate bool }{
	Read: {}, Ask: {}, Promise: {}, Obligation: {},
	Tick: {items: true}, Choose: {items: true}, Timer: {seconds: true},
	WriteTo: {letter: true}, Log: {entry: true}, Gate: {gate: true},
}

func (s Step) checkKind(before []Step) error {
	need, known := needs[s.Kind]
	switch {
	case !known:
		return fmt.Errorf("unknown kind %q", s.Kind)
	case need.items != (len(s.Items) > 0) && s.Kind != WriteTo:
		return fmt.Errorf("items: %v", s.Items)
	case need.seconds != (s.Seconds > 0) || s.Seconds < 0 || s.Pace != nil && s.Kind != Timer:
		return fmt.Errorf("seconds: %d", s.Seconds)
	case need.letter != (s.Letter != ""):
		return fmt.Errorf("letter: %q", s.Letter)
	case need.entry != (s.Entry != nil):
		return fmt.Errorf("entry: %v", s.Entry)
	case need.gate != (s.Gate != "") || need.gate && !slices.Contains(Gates(), s.Gate):
		return fmt.Errorf("gate: %q", s.Gate)
	case s.Unsent && (s.Kind != Log || !slices.ContainsFunc(before, func(b Step) bool { return b.Kind == WriteTo })):
		return fmt.Errorf("no letter before it could have logged this")
	case s.Burn && s.Kind != Ask:
		return fmt.Errorf("only what was asked can be let go")
	case s.Kind == Choose && len(s.Items) < 2:
		return fmt.Errorf("a choice of one")
	case s.Pace != nil && (s.Pace.In < 1 || s.Pace.Out < 1 || s.Pace.Hold < 0):
		return fmt.Errorf("nobody breathes like that")
	case s.Surprise && s.Kind != Choose:
		return fmt.Errorf("only a choice can be a surprise")
	case s.Surprise:
		return s.checkClauses()
	case s.Owed != nil && s.Kind != Obligation:
		return fmt.Errorf("only an obligation is owed by a side")
	case s.Owed != nil:
		return s.Owed.check()
	case s.Entry != nil:
		return s.Entry.check(before)
	}
	return nil
}

func (d OwedDraft) check() error {
	if err := d.Side.Check(); err != nil {
		return err
	}
	return d.Kind.Check()
}

// checkClauses holds what can have come as a surprise to the clauses there are.
func (s Step) checkClauses() error {
	for _, item := range s.Items {
		if err := rapport.Clause(item).Check(); err != nil {
			return err
		}
	}
	return nil
}

func (d EntryDraft) check(before []Step) error {
	if err := d.Kind.Check(); err != nil {
		return err
	}
	if d.From != "" && !slices.ContainsFunc(before, func(b Step) bool { return b.Code == d.From && b.Kind == Ask && !b.Burn }) {
		return fmt.Errorf("takes words from %q, where nothing is kept in writing before it", d.From)
	}
	if d.Severity < 0 || d.Severity > 5 {
		return rapport.Refuse(rapport.ErrSeverity, rapport.Args{"value": d.Severity})
	}
	return d.Channel.Check()
}

// checkCode holds a code to what a key of the catalogues can be made of.
func checkCode(code string) error {
	odd := func(r rune) bool {
		return r > unicode.MaxASCII || r != '_' && !unicode.IsLower(r) && !unicode.IsDigit(r)
	}
	if code == "" || strings.ContainsFunc(code, odd) || slices.Contains(reserved, code) {
		return fmt.Errorf("%q is no code", code)
	}
	return nil
}
