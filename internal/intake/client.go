package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotedAt reports whether a client in double quotes begins at a word.
func (r *reader) quotedAt(at int) bool { return strings.HasPrefix(r.words[at].raw, `"`) }

// wholeName reads a client by their whole name: in quotes, or the longest run of
// words that is one. It may carry the ending a sentence gives it: Acme's, Acme'den.
func (r *reader) wholeName(at int) fact {
	if r.quotedAt(at) {
		return r.quoted(at)
	}
	for n := min(r.Clients.most(), len(r.words)-at); n > 0; n-- {
		for _, name := range r.spellings(at, n) {
			if m := r.Clients.findExact(name); m.Certainty != Unknown {
				return r.client(n, m)
			}
		}
	}
	return fact{}
}

// most is how many words of a line a name may take: as many as the longest name
// has, and one more for a mark between them.
func (n *Names) most() int {
	if n == nil {
		return 0
	}
	return n.longest + 1
}

// quoted reads a client in double quotes, which may hold anything.
func (r *reader) quoted(at int) fact {
	for n := 1; n <= min(r.Clients.most(), len(r.words)-at); n++ {
		last := strings.TrimRight(r.words[at+n-1].raw, ",;:.")
		if !strings.HasSuffix(last, `"`) || (n == 1 && len(last) < 3) {
			continue
		}
		from := r.words[at].start + 1
		name := r.text[from : r.words[at+n-1].start+len(last)-1]
		if m := r.Clients.Find(name); m.Certainty != Unknown {
			return r.client(n, m)
		}
	}
	return fact{}
}

// spellings are the ways n words may spell a name: as they stand, without the
// punctuation behind them, without a suffix behind an apostrophe.
func (r *reader) spellings(at, n int) []string {
	from, last := r.words[at].start, r.words[at+n-1]
	names := []string{r.text[from:last.end]}
	if last.trimmed != last.raw {
		names = append(names, r.text[from:last.start+len(last.trimmed)])
	}
	if stem, ok := withoutSuffix(last.trimmed); ok {
		names = append(names, r.text[from:last.start+len(stem)])
	}
	return names
}

// withoutSuffix cuts what a possessive or, in Turkish, a case puts behind an
// apostrophe: at most five letters.
func withoutSuffix(s string) (string, bool) {
	const most = 5
	at := strings.LastIndexAny(s, "'’")
	if at <= 0 {
		return s, false
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	suffix := s[at+size:]
	onlyLetters := strings.IndexFunc(suffix, func(c rune) bool { return !unicode.IsLetter(c) }) < 0
	return s[:at], onlyLetters && utf8.RuneCountInString(suffix) <= most
}

// partOfName reads a client by the letters or the start of their name or, failing
// that, by nearness, which makes candidates and no match. It takes as many words
// as the name does, but never one that begins a fact.
func (r *reader) partOfName(at int) fact {
	longest := r.nameWords(at)
	looks := []func(string) Match{r.Clients.findAlike, r.Clients.findStart, r.Clients.findNear}
	if r.how.clientFirst {
		looks = looks[:2] // nearness was asked for before, and only a sure client counts
	}
	for _, look := range looks {
		for n := longest; n > 0; n-- {
			for _, name := range r.spellings(at, n) {
				if m := look(name); m.Certainty != Unknown {
					return r.client(n, m)
				}
			}
		}
	}
	return fact{}
}

// nameWords is how many words from a place on may belong to a name: those before
// the next fact or mark.
func (r *reader) nameWords(at int) int {
	n := 0
	for n < min(r.Clients.most(), len(r.words)-at) && !isMark(r.words[at+n].raw) {
		if n > 0 && r.fact(at+n).words > 0 {
			break
		}
		n++
	}
	return n
}

func (r *reader) client(n int, m Match) fact {
	r.line.Client = m
	return fact{words: n, role: RoleClient, problem: m.Problem()}
}

// unknownName takes the words before the first fact for a client who is not in the
// book, so that the facts behind can be shown and the client be added. More than a
// few words are a sentence and no name.
func (r *reader) unknownName() fact {
	const most = 4
	if r.small(0) {
		return fact{}
	}
	for n := 1; n <= min(most, len(r.words)-1) && !isMark(r.words[n-1].raw); n++ {
		if r.fact(n).words > 0 {
			name := r.text[r.words[0].start : r.words[n-1].start+len(r.words[n-1].trimmed)]
			return r.client(n, Match{Text: strings.Trim(name, `"`)})
		}
	}
	return fact{}
}
