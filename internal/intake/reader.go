package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// reading is how a line is read where there is more than one way.
type reading struct {
	clientFirst bool // the first words are a client even if they could be a fact
	newClient   bool // the words before the first fact are a client nobody knows yet
}

// word is a stretch of the line between blanks.
type word struct {
	start, end int    // of the text
	raw        string // as typed
	trimmed    string // without the punctuation that closes a clause
	key        string // phraseKey of raw
	trimmedKey string
}

// reader reads one line from left to right.
type reader struct {
	LineContext
	how   reading
	text  string
	words []word // of the first line; further lines are note
	line  Line
	said  map[Role]bool
	told  bool // a fact read so far tells what happened: the note has begun, a digit now is likely a count
}

// fact is what was understood at a place of the line: how many words it takes
// and how it changes the entry.
type fact struct {
	words   int
	role    Role
	told    bool
	kind    rapport.Kind // of RoleKind
	problem *rapport.Problem
	set     func(*rapport.Entry)
}

func newReader(text string, in LineContext, how reading) *reader {
	r := &reader{LineContext: in, how: how, text: text, said: map[Role]bool{}}
	if r.Words == nil {
		r.Words = &Words{}
	}
	r.words = split(text)
	r.line.Entry = rapport.Entry{On: in.Today, Severity: rapport.DefaultSeverity}
	return r
}

// maxWords is how many words of a line are looked at. What is longer was pasted, and
// what stands further back is note.
const maxWords = 500

// split returns the words of the first line that has any.
func split(text string) []word {
	var words []word
	start := -1
	for at, c := range text {
		switch blank := unicode.IsSpace(c); {
		case !blank && start < 0:
			start = at
		case blank && start >= 0:
			words = append(words, newWord(text, start, at))
			start = -1
		}
		if (c == '\n' && len(words) > 0) || len(words) == maxWords {
			return words
		}
	}
	if start >= 0 {
		words = append(words, newWord(text, start, len(text)))
	}
	return words
}

func newWord(text string, start, end int) word {
	raw := text[start:end]
	w := word{start: start, end: end, raw: raw, trimmed: strings.TrimRight(raw, ",;:.!"), key: wordKey(raw)}
	if w.trimmedKey = w.key; w.trimmed != raw {
		w.trimmedKey = wordKey(w.trimmed)
	}
	return w
}

var wordKey = phraseKey(Fold)

// read reads the facts at the front, then picks what is unmistakable out of the
// note.
func (r *reader) read() Line {
	at := 0
	for at < len(r.words) {
		if isMark(r.words[at].raw) && !r.quotedAt(at) {
			r.take(at, fact{words: 1, role: RoleMark})
			at++
			if r.said[RoleKind] {
				return r.finish(len(r.words))
			}
			continue
		}
		f := r.factOrClient(at)
		if f.words == 0 {
			break
		}
		r.take(at, f)
		at += f.words
	}
	return r.finish(at)
}

// finish reads the note, which begins at the given word.
func (r *reader) finish(at int) Line {
	for ; at < len(r.words); at++ {
		if f := r.unmistakable(at); f.words > 0 {
			r.take(at, f)
		}
	}
	return r.line
}

// take files a fact as a token and in the entry.
func (r *reader) take(at int, f fact) {
	r.line.Tokens = append(r.line.Tokens, Token{
		Start: r.words[at].start, End: r.words[at+f.words-1].end, Role: f.role, Told: f.told, Problem: f.problem,
	})
	r.told = r.told || f.told
	if f.role != RoleMark {
		r.said[f.role] = true
	}
	if f.set != nil && f.problem == nil {
		f.set(&r.line.Entry)
	}
}

// isMark reports whether a word is one of the marks that part facts and note.
func isMark(raw string) bool {
	return slices.Contains([]string{"-", "–", "—", "/", "//", "|", ":"}, raw)
}

// factOrClient reads what stands at a place. A whole name goes before a fact, the
// start of one behind it: "call" is a call even when there is a client Callaghan.
func (r *reader) factOrClient(at int) fact {
	if r.said[RoleClient] {
		return r.fact(at)
	}
	if f := r.wholeName(at); f.words > 0 {
		return f
	}
	switch {
	case at == 0 && r.how.clientFirst:
		return r.partOfName(at)
	case at == 0 && r.how.newClient:
		return r.unknownName()
	}
	if f := r.fact(at); f.words > 0 {
		return f
	}
	if r.small(at) {
		return fact{}
	}
	return r.partOfName(at)
}

// small reports whether a word is too common to be the start of a name.
func (r *reader) small(at int) bool {
	key := r.words[at].trimmedKey
	role := r.Words.facts[key].role
	return role == roleLean || role == roleStop || r.Words.plain[key].key != "" ||
		(at > 0 && utf8.RuneCountInString(key) < minWordStart)
}

// denied reports whether the word behind a fact turns it round: değil does so in
// Turkish ("şikayet değil"), and
// "not" makes of goodwill its absence ("payment not received").
func (r *reader) denied(f fact, behind int) bool {
	if behind >= len(r.words) {
		return false
	}
	key := r.words[behind].trimmedKey
	if r.Words.around[ellipsis+" "+key].value == deniedNot {
		return true
	}
	m := r.Words.facts[key]
	return f.kind.Group() == rapport.Goodwill && m.role == roleStop && m.value == stopNot &&
		r.phrase(behind).words == 0
}

// fact reads a fact of any role that was not said yet.
func (r *reader) fact(at int) fact {
	for _, read := range []func(int) fact{r.date, r.minutes, r.rating, r.phrase, r.leaning, r.digit} {
		f := read(at)
		if f.words == 0 || r.said[f.role] || r.denied(f, at+f.words) {
			continue
		}
		return f
	}
	return fact{}
}

// phrase reads the longest run of words that is in the tables.
func (r *reader) phrase(at int) fact {
	for n := min(r.Words.longest, len(r.words)-at); n > 0; n-- {
		m, ok := r.Words.facts[r.join(at, n, false)]
		if !ok {
			m, ok = r.Words.facts[r.join(at, n, true)]
		}
		if ok && (m.role == roleLean || m.role == roleStop) {
			return fact{}
		}
		if ok {
			return r.factOf(m, at, n)
		}
	}
	return fact{}
}

// join returns n words from a place on as a phrase; trimmed leaves out the
// punctuation behind the last.
func (r *reader) join(at, n int, trimmed bool) string {
	keys := make([]string, n)
	for i := range keys {
		keys[i] = r.words[at+i].key
	}
	if trimmed {
		keys[n-1] = r.words[at+n-1].trimmedKey
	}
	return strings.Join(keys, " ")
}

// factOf makes the fact a phrase stands for.
func (r *reader) factOf(m meaning, at, n int) fact {
	f := fact{words: n, role: m.role, told: m.told}
	switch m.role {
	case RoleKind:
		f.kind = rapport.Kind(m.value)
		f.set = func(e *rapport.Entry) { e.Kind = f.kind }
	case RoleJustified:
		f.set = func(e *rapport.Entry) { e.Justified = rapport.Justified(m.value) }
	case RoleScope:
		f.set = func(e *rapport.Entry) { e.Scope = rapport.Scope(m.value) }
	case RoleChannel:
		if r.said[RoleKind] && !r.channelBehindKind(m, at+n) {
			return fact{}
		}
		f.set = func(e *rapport.Entry) { e.Channel = rapport.Channel(m.value) }
	case RoleDate:
		return r.dayFact(n, r.wordDay(m))
	}
	return f
}

// channelBehindKind reports whether a channel counts that stands behind the kind,
// and before the word at the given place. A phrase beyond doubt does, "by phone",
// and a verb never: it tells what happened. The bare name does when the facts go
// on, so "complaint phone e4" names one and "complaint phone rang all night" does
// not, and only among facts that are all named: "wants mail" asks for some.
func (r *reader) channelBehindKind(m meaning, behind int) bool {
	return m.sure || (!m.told && !r.told && r.settled(behind, RoleChannel))
}

// settled reports whether the line ends behind a fact of the given role, or goes on
// with a mark or another fact, a lone digit aside.
func (r *reader) settled(at int, role Role) bool {
	if at >= len(r.words) || isMark(r.words[at].raw) {
		return true
	}
	for _, read := range []func(int) fact{r.date, r.minutes, r.rating, r.leaning} {
		if f := read(at); f.words > 0 && f.role != role && !r.said[f.role] {
			return true
		}
	}
	m := r.Words.facts[r.words[at].trimmedKey]
	tells := m.role == RoleChannel && m.told
	return m.role != "" && m.role != roleLean && m.role != roleStop && m.role != role && !tells && !r.said[m.role]
}

// leaning reads a fact together with the small words before it, as in "was very
// rude" or "on Monday", so that they do not litter the note.
func (r *reader) leaning(at int) fact {
	const most = 4
	lead := 0
	kind := ""
	for ; lead < most && at+lead < len(r.words); lead++ {
		m := r.Words.facts[r.words[at+lead].trimmedKey]
		if m.role != roleLean || (kind != "" && m.value != kind) {
			break
		}
		kind = m.value
	}
	if lead == 0 || at+lead >= len(r.words) {
		return fact{}
	}
	read := r.date
	if kind == leanKind {
		read = r.phrase
	}
	f := read(at + lead)
	if kind == leanDay && f.words == 0 {
		f = r.phrase(at + lead)
	}
	if f.words == 0 || !leansOn(kind, f.role) {
		return fact{}
	}
	f.words += lead
	return f
}

func leansOn(kind string, role Role) bool {
	if kind == leanDay {
		return role == RoleDate
	}
	return role == RoleKind || role == RoleJustified
}
