package intake

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Named is a client as far as looking it up goes.
type Named struct {
	ID   rapport.ID
	Name string
}

// Certainty says how a name was found, from not at all to beyond doubt.
type Certainty int

// How a name was found. From Start upwards it is sure enough to act on what a
// person typed and sees answered; an import, where nobody looks, takes only Exact
// and shows the rest as doubts.
const (
	Unknown Certainty = iota // nothing looks like it
	Near                     // a slip of the keyboard away from each of the candidates
	Several                  // equally good for each of the candidates
	Start                    // the only name that starts like this or, if none does, has a word that does
	Alike                    // the only name with these letters and digits, accents, blanks and marks aside
	Exact                    // the same name under Fold
)

// Match is the answer to whom a text means.
type Match struct {
	Text       string // what was looked for
	Found      Named  // only when Sure
	Certainty  Certainty
	Candidates []Named // best first, at most five, for "did you mean"; empty when Sure
}

// Sure reports whether one client was found.
func (m Match) Sure() bool { return m.Certainty >= Start }

// Problem says why the match is not sure; nil when it is. Its candidates are a
// []string of names.
func (m Match) Problem() *rapport.Problem {
	if m.Sure() {
		return nil
	}
	names := make([]string, len(m.Candidates))
	for i, c := range m.Candidates {
		names[i] = c.Name
	}
	switch m.Certainty {
	case Near:
		return rapport.Refuse(ErrNameNear, rapport.Args{"value": m.Text, "candidates": strings.Join(names, ", ")})
	case Several:
		return rapport.Refuse(ErrNameSeveral, rapport.Args{"value": m.Text, "candidates": strings.Join(names, ", ")})
	}
	return rapport.Refuse(ErrNameUnknown, rapport.Args{"value": m.Text})
}

// Names is an index of clients for looking them up by what somebody typed. It
// does not change once made and may be shared. The nil index is empty.
type Names struct {
	clients []Named
	exact   map[string][]int // by Fold
	alike   map[string][]int // by letters of Fold and of bare
	starts  []start          // sorted by text
	shapes  []shape          // what a slip is measured against, one a client
	longest int              // most words a name has
}

// start is a place a search may begin at: a name, or the rest of one from a
// later word on.
type start struct {
	text   string
	client int
	whole  bool
}

// Fewest letters that count as the start of a name, and of a later word of one.
const (
	minStart     = 2
	minWordStart = 3
)

// maxCandidates is how many names one "did you mean" offers.
const maxCandidates = 5

// NewNames indexes the clients. Among candidates equally good, those found by their
// start come in the order of the alphabet, others in that of the clients.
func NewNames(clients []Named) *Names {
	n := &Names{
		clients: clients,
		exact:   make(map[string][]int, len(clients)),
		alike:   make(map[string][]int, len(clients)),
		shapes:  make([]shape, len(clients)),
	}
	for i, c := range clients {
		n.add(i, c.Name)
	}
	slices.SortFunc(n.starts, func(a, b start) int {
		return cmp.Or(strings.Compare(a.text, b.text), cmp.Compare(a.client, b.client))
	})
	return n
}

func (n *Names) add(i int, name string) {
	folded, stripped := Fold(name), bare(name)
	n.exact[folded] = append(n.exact[folded], i)
	for _, key := range alikeKeys(folded, stripped) {
		n.alike[key] = append(n.alike[key], i)
	}
	n.addStarts(i, folded)
	if stripped != folded {
		n.addStarts(i, stripped)
	}
	n.shapes[i] = shapeOf(stripped)
	n.longest = max(n.longest, len(n.shapes[i].ends))
}

func (n *Names) addStarts(i int, text string) {
	n.starts = append(n.starts, start{text: text, client: i, whole: true})
	for at := range len(text) - 1 {
		if text[at] == ' ' || text[at] == '-' {
			n.starts = append(n.starts, start{text: text[at+1:], client: i})
		}
	}
}

// alikeKeys returns the one or two keys of a name in the map of alike names. A
// name of marks only has none.
func alikeKeys(folded, stripped string) []string {
	first, second := letters(folded), letters(stripped)
	switch {
	case first == "":
		return nil
	case first == second:
		return []string{first}
	}
	return []string{first, second}
}

// Find looks a client up: by the whole name, then by its letters, then by its
// start, at last by nearness. The threshold for near is in [shape].
func (n *Names) Find(text string) Match {
	for _, look := range []func(string) Match{n.findExact, n.findAlike, n.findStart, n.findNear} {
		if m := look(text); m.Certainty != Unknown {
			return m
		}
	}
	return Match{Text: text}
}

// Find looks a client up among a few; index many with [NewNames].
func Find(text string, among []Named) Match { return NewNames(among).Find(text) }

// findExact finds the same name. Should two clients fold to it, such as Müller
// and Mueller, the one written just so is meant.
func (n *Names) findExact(text string) Match {
	if n == nil {
		return Match{Text: text}
	}
	same := n.exact[Fold(text)]
	if len(same) > 1 {
		for _, i := range same {
			if n.clients[i].Name == text {
				return n.match(text, Exact, []int{i})
			}
		}
	}
	return n.match(text, Exact, same)
}

func (n *Names) findAlike(text string) Match {
	if n == nil {
		return Match{Text: text}
	}
	var found []int
	for _, key := range alikeKeys(Fold(text), bare(text)) {
		found = append(found, n.alike[key]...)
	}
	return n.match(text, Alike, unique(found))
}

func (n *Names) findStart(text string) Match {
	folded := Fold(text)
	if n == nil || utf8.RuneCountInString(folded) < minStart {
		return Match{Text: text}
	}
	whole, later := n.starting(folded)
	if stripped := bare(text); stripped != folded {
		moreWhole, moreLater := n.starting(stripped)
		whole, later = append(whole, moreWhole...), append(later, moreLater...)
	}
	if len(whole) > 0 {
		return n.match(text, Start, unique(whole))
	}
	if utf8.RuneCountInString(folded) < minWordStart {
		return Match{Text: text}
	}
	return n.match(text, Start, unique(later))
}

// starting returns the clients whose name, or a later word of whose name, starts
// with the text. It stops once there are more than anybody would be offered.
func (n *Names) starting(text string) (whole, later []int) {
	at, _ := slices.BinarySearchFunc(n.starts, text, func(s start, text string) int {
		return strings.Compare(s.text, text)
	})
	for _, s := range n.starts[at:] {
		if !strings.HasPrefix(s.text, text) || len(whole) > 2*maxCandidates {
			break
		}
		if s.whole {
			whole = append(whole, s.client)
		} else if len(later) <= 2*maxCandidates {
			later = append(later, s.client)
		}
	}
	return whole, later
}

func (n *Names) findNear(text string) Match {
	if n == nil {
		return Match{Text: text}
	}
	return n.match(text, Near, n.near(text))
}

// match makes the answer of the clients found at one level: sure if it is one.
func (n *Names) match(text string, level Certainty, found []int) Match {
	m := Match{Text: text}
	switch {
	case len(found) == 0:
		return m
	case len(found) == 1 && level >= Start:
		m.Found, m.Certainty = n.clients[found[0]], level
		return m
	}
	m.Certainty = min(level, Several)
	for _, i := range found[:min(len(found), maxCandidates)] {
		m.Candidates = append(m.Candidates, n.clients[i])
	}
	return m
}

// unique drops repetitions, keeping the order.
func unique(found []int) []int {
	var kept []int
	for _, i := range found {
		if !slices.Contains(kept, i) {
			kept = append(kept, i)
		}
	}
	return kept
}
