package screen

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// letterDesk is where a letter is written: on paper, with what would make things
// worse beside it as it is typed, and the ways out. It stands in a guide and on the
// page of a letter alike.
//
// What is typed is kept with every change. A letter nobody has touched is not kept:
// it would only be what the book knows already.
type letterDesk struct {
	host    Host
	facts   present.LetterFacts
	letter  rapport.Letter
	page    present.LetterPage
	drafted rapport.Letter // as it was drafted last, to tell what the user wrote
	before  *rapport.Letter
	left    map[string]bool // hints to be left alone: code and phrase
	keep    keeper[rapport.Letter]
	parts   letterParts

	whole     bool   // every line from the book is shown
	refused   error  // why it was not recorded as sent: it had better wait
	onRelease func() // sends it all the same
}

// letterParts are made once and stay, since the keyboard may be in one.
type letterParts struct {
	subject  *widgets.Field
	paper    *widgets.Paper
	style    *widgets.Segment
	language *widgets.Choice
	hold     *widgets.TickBox
	relay    func() // lays out whatever the desk stands on
	quiet    bool   // while the desk itself writes on the paper
}

// newLetterDesk opens a letter: the draft handed in, or one drafted anew of a kind.
func newLetterDesk(h Host, facts present.LetterFacts, letter rapport.Letter, relay func()) *letterDesk {
	d := &letterDesk{host: h, facts: facts, letter: letter, left: map[string]bool{}}
	d.keep.host, d.keep.store, d.keep.stored = h, h.Practice().KeepLetter, d.heldBack
	d.parts.relay = relay
	if letter.ID == (rapport.ID{}) {
		d.letter = d.draft(letter.Kind, present.LetterStyles()[0], string(present.LetterLanguage(facts.History.Client, h.Speaker().Language())))
		d.letter.ID = rapport.NewID()
	}
	d.drafted = d.draft(d.letter.Kind, d.letter.Style, d.letter.Language)
	d.build()
	d.read()
	return d
}

// draft writes a letter from the book.
func (d *letterDesk) draft(kind, style, language string) rapport.Letter {
	l := d.letter
	l.Client, l.Kind, l.Style, l.Language = d.facts.History.Client.ID, kind, style, language
	l.Subject, l.Body = present.WriteLetter(present.Language(language), d.host.Speaker().Formats(), kind, style, d.facts)
	return l
}

// speaks is somebody who speaks the letter's language, which need not be the
// window's.
func (d *letterDesk) speaks() *present.Speaker {
	return present.NewSpeaker(present.Language(d.letter.Language), d.host.Speaker().Formats())
}

// build makes the parts.
func (d *letterDesk) build() {
	t := d.host.Speaker().T
	page := d.host.Speaker().LetterPage(d.letter, d.facts)
	d.parts.subject = widgets.NewField("", t("letter_page.subject"))
	d.parts.paper = widgets.NewPaper(t("letter_page.empty"))
	d.parts.subject.SetText(d.letter.Subject)
	d.parts.paper.SetText(d.letter.Body)
	d.parts.subject.OnChanged = func(string) { d.typed() }
	d.parts.paper.OnChanged = func(string) { d.typed() }
	d.parts.paper.OnGrown = func() { d.parts.relay() }
	d.parts.style = &widgets.Segment{OnChanged: func(i int) { d.rewrite(page.Style.All[i].Code, d.letter.Language) }}
	var selected int
	for i, choice := range page.Style.All {
		d.parts.style.Options = append(d.parts.style.Options, choice.Text)
		if choice.Code == d.letter.Style {
			d.parts.style.Selected = i
		}
	}
	var languages []string
	for i, choice := range page.Language.All {
		languages = append(languages, choice.Text)
		if choice.Code == d.letter.Language {
			selected = i
		}
	}
	d.parts.language = widgets.NewChoice("", languages, selected, func(i int) { d.rewrite(d.letter.Style, page.Language.All[i].Code) })
	d.parts.hold = tickBox(t("letter_page.angry"), t("letter_page.angry.why"), d.letter.Held > d.facts.Today)
	tick := d.parts.hold.OnTapped
	d.parts.hold.OnTapped = func() { tick(); d.hold(d.parts.hold.State == widgets.Done) }
}

// typed takes over what stands on the paper, reads it for its tone and keeps it.
func (d *letterDesk) typed() {
	if d.parts.quiet {
		return
	}
	d.refused = nil
	d.letter.Subject, d.letter.Body = oneLine(d.parts.subject.Text()), d.parts.paper.Text()
	d.store()
	before, clear := hintKeys(d.page.Hints), d.page.Clear
	d.page.Hints, d.page.Clear = d.host.Speaker().LetterHints(d.letter)
	d.mark()
	if d.page.Clear != clear || !slices.Equal(before, hintKeys(d.page.Hints)) {
		d.parts.relay()
	}
}

// oneLine is a subject as it can be stored: a single line that is no novel.
func oneLine(text string) string {
	if len(text) > rapport.MaxField {
		text = strings.ToValidUTF8(text[:rapport.MaxField], "")
	}
	return strings.Join(strings.Fields(text), " ")
}

// store has the letter kept as it stands. A night that is over holds nothing back.
func (d *letterDesk) store() {
	d.letter.Written = d.facts.Today
	if d.letter.Held < d.facts.Today {
		d.letter.Held = 0
	}
	d.keep.keep(d.letter)
}

// heldBack hears how a letter was stored: one to somebody the user was angry with
// today is held back by itself.
func (d *letterDesk) heldBack(l rapport.Letter) {
	if l.Held == d.letter.Held || !d.letter.Held.IsZero() || !d.letter.Draft() {
		return
	}
	d.letter.Held = l.Held
	d.parts.hold.State = widgets.Done
	d.parts.hold.Refresh()
	d.read()
	d.parts.relay()
}

// read words the letter as it stands.
func (d *letterDesk) read() {
	d.page = d.host.Speaker().LetterPage(d.letter, d.facts)
	d.mark()
}

// mark leaves out the hints that were to be left alone, and tints what the others are
// about. A letter in which one was left alone is not praised.
func (d *letterDesk) mark() {
	all := len(d.page.Hints)
	d.page.Hints = slices.DeleteFunc(d.page.Hints, func(h present.LetterHint) bool { return d.left[hintKey(h)] })
	if len(d.page.Hints) < all {
		d.page.Clear = ""
	}
	var marks []widgets.Passage
	for _, h := range d.page.Hints {
		if !h.InSubject {
			marks = append(marks, widgets.Passage{From: h.From, To: h.To})
		}
	}
	d.parts.paper.Mark(marks)
}

// hintKey tells a hint from others, also when the text around it changes.
func hintKey(h present.LetterHint) string { return h.Code + " " + h.Phrase }

func hintKeys(hints []present.LetterHint) (keys []string) {
	for _, h := range hints {
		keys = append(keys, hintKey(h)+h.Title)
	}
	return keys
}

// rewrite drafts the letter anew in another style or language. What the user wrote
// is kept aside, to be brought back.
func (d *letterDesk) rewrite(style, language string) {
	if style == d.letter.Style && language == d.letter.Language {
		return
	}
	if d.wroteOn() {
		wrote := d.letter
		d.before = &wrote
	}
	d.letter = d.draft(d.letter.Kind, style, language)
	d.drafted = d.letter
	d.put()
}

// bringBack undoes a rewriting.
func (d *letterDesk) bringBack() {
	if d.before == nil {
		return
	}
	d.letter, d.before = *d.before, nil
	d.drafted = d.draft(d.letter.Kind, d.letter.Style, d.letter.Language)
	d.parts.style.Selected = slices.Index(present.LetterStyles(), d.letter.Style)
	d.parts.language.Selected = slices.Index(present.Languages(), present.Language(d.letter.Language))
	d.parts.style.Refresh()
	d.parts.language.Refresh()
	d.put()
}

// put writes the letter on the paper, after something else than typing changed it.
func (d *letterDesk) put() {
	d.write()
	d.store()
	d.read()
	d.parts.relay()
}

// write brings the paper up to the letter, moving no cursor that need not move.
func (d *letterDesk) write() {
	if d.parts.subject.Text() == d.letter.Subject && d.parts.paper.Text() == d.letter.Body {
		return
	}
	d.parts.quiet = true
	d.parts.subject.SetText(d.letter.Subject)
	d.parts.paper.SetText(d.letter.Body)
	d.parts.quiet = false
}

// hear takes in what has changed in the book, the day included. A letter that was not
// kept yet follows it; one the user has written on is never touched.
func (d *letterDesk) hear(facts present.LetterFacts) {
	d.facts = facts
	kept := slices.ContainsFunc(facts.Way.Letters, func(l rapport.Letter) bool { return l.ID == d.letter.ID })
	if !kept && !d.wroteOn() {
		d.drafted = d.draft(d.letter.Kind, d.letter.Style, d.letter.Language)
		d.letter.Subject, d.letter.Body = d.drafted.Subject, d.drafted.Body
		d.write()
	}
	d.parts.hold.State = widgets.Open
	if d.letter.Held > facts.Today {
		d.parts.hold.State = widgets.Done
	}
	d.parts.hold.Refresh()
	d.read()
}

// wroteOn reports whether the user changed what was drafted.
func (d *letterDesk) wroteOn() bool {
	return d.letter.Subject != d.drafted.Subject || d.letter.Body != d.drafted.Body
}

// insert puts a line from the book where the cursor is.
func (d *letterDesk) insert(text string) {
	if text == "" {
		return
	}
	d.parts.paper.Insert(text)
	d.parts.paper.Focus()
}

// hold has the letter lie overnight, or says that it need not.
func (d *letterDesk) hold(on bool) {
	d.letter.Held, d.refused = d.facts.Today, nil
	if on {
		d.letter.Held = d.facts.Today.AddDays(1)
	}
	d.store()
	d.read()
	d.parts.relay()
}

// first is where the keyboard begins: on the paper.
func (d *letterDesk) first() fyne.Focusable { return d.parts.paper.Focusable() }
