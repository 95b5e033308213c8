package present

import "github.com/rapport-desktop/rapport/internal/rapport"

// Document is something to print, save or send: its words are final, in one
// language, and how it looks is the business of whoever renders it.
type Document struct {
	Title    string
	Subject  string // one line below the title: whom it is about, as of when; "" for none
	Language string // "en", "de", "tr", "nl"
	Day      rapport.Date
	Page     string // "Page {page} of {pages}", in the document's language
	Bare     bool   // a letter: neither header nor title of its own, the blocks say it all
	Blocks   []Block

	Unprintable string // a remark where the font lacks characters of the text
}

// Block is one part of a document: [Heading], [Text], [Details], [Grid], [Points] or
// [Chained].
type Block interface{ block() }

// Heading begins a section.
type Heading struct{ Text string }

// Text is running text. An empty line begins a new paragraph, a single line break
// stays one.
type Text struct {
	Body  string
	Style TextStyle
}

// TextStyle is how a text is set.
type TextStyle int

// The styles.
const (
	Plain  TextStyle = iota
	Quiet            // smaller and grey: a remark
	Strong           // the subject of a letter
	Right            // at the right edge: the day of a letter
	Exact            // every letter as it is: to be copied
)

// Details are pairs of a label and what it says.
type Details struct{ Rows []Pair }

// Pair is one of [Details].
type Pair struct{ Label, Value string }

// Grid is a table. Every row has as many cells as the head.
type Grid struct {
	Head  []string
	Right []bool // the columns set at the right edge: amounts, days
	Rows  [][]string
	Total []string // a last row that stands out; none when empty
}

// Points is a list.
type Points struct {
	Items    []string
	Numbered bool
}

// Chained is one fact of a dossier with its fingerprint.
type Chained struct {
	Day  string // written out
	What string // what it is: "Invoice 2026-07", "Complaint"
	Text string // more about it, "" for nothing
	Hash string // hexadecimal digits
}

func (Heading) block() {}
func (Text) block()    {}
func (Details) block() {}
func (Grid) block()    {}
func (Points) block()  {}
func (Chained) block() {}
