package present

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// greeting opens the letter, by name where the book knows the person's.
func (w letterWriter) greeting() string {
	name := w.person()
	if w.style == styleFriendly {
		name = givenName(name)
	}
	return w.T("letter.greeting."+w.style, Args{"Name": w.or(name, "name")})
}

// person is whom the letter is addressed to: the first of those the user wrote
// down for the client, or the client where that seems to be a person. A company has
// no name to be greeted by.
func (w letterWriter) person() string {
	c := w.History.Client
	for line := range strings.Lines(c.About.People) {
		if name := leadingName(line); name != "" {
			return name
		}
	}
	if c.Terms.Consumer || c.Organisation != "" && !shareAWord(c.Name, c.Organisation) {
		return c.Name
	}
	return ""
}

// shareAWord tells that "Quillfeather Tours" and "Quillfeather Tours Ltd" are one
// company. Ruth Mercer of Mercer Labs is taken for one, too: a blank is filled in
// sooner than a wrong name is seen.
func shareAWord(name, organisation string) bool {
	words := strings.Fields(strings.ToLower(organisation))
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(word string) bool { return slices.Contains(words, word) })
}

// maxNameWords is how many words a name has at most. "Everybody in the office is
// new" is a remark.
const maxNameWords = 4

// leadingName reads the name at the beginning of a line such as "Ruth Mercer,
// runs the office" or "Ruth Mercer (owner)", "" if the line begins otherwise.
func leadingName(line string) string {
	if end := strings.IndexAny(line, ",;:(/"); end >= 0 {
		line = line[:end]
	}
	for _, dash := range []string{" - ", " – ", " = "} {
		line, _, _ = strings.Cut(line, dash)
	}
	name := strings.TrimSpace(strings.TrimLeft(line, "-*• \t"))
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > maxNameWords {
		return ""
	}
	for _, end := range []string{words[0], words[len(words)-1]} {
		if first, _ := utf8.DecodeRuneInString(end); !unicode.IsUpper(first) {
			return ""
		}
	}
	return name
}

// givenName is how a friend is greeted: "Ruth" for "Ruth Mercer". A name that
// begins with a title is left whole, for its first name stands elsewhere.
func givenName(name string) string {
	first, _, more := strings.Cut(name, " ")
	if !more || strings.HasSuffix(first, ".") || isTitle(first) {
		return name
	}
	return first
}

// isTitle tells the forms of address that stand before a name.
func isTitle(word string) bool {
	switch strings.ToLower(word) {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "frau", "herr", "familie", "sayın", "bay", "bayan",
		"mevrouw", "meneer", "mevr", "dhr", "heer":
		return true
	}
	return false
}
