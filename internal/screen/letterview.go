package screen

import (
	"errors"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// hintsAtOnce is how many hints stand below a letter: more at once is a scolding.
const hintsAtOnce = 3

// content is the desk: the letter, what to mind in it, and the ways out.
func (d *letterDesk) content() fyne.CanvasObject {
	t := d.host.Speaker().T
	if !d.letter.Draft() {
		return d.sent()
	}
	column := widgets.NewColumn(12, d.sheet())
	if why := d.waiting(); d.page.Gate {
		column.Add(widgets.Hint(why, t("letter_page.gate"), widgets.NewButton(t("letter_page.to_ending"), func() {
			d.host.Go(Place{Name: AtEnding, Client: d.letter.Client})
		})))
	} else if why != "" {
		anyway := t("letter_page.overnight")
		if errors.Is(d.refused, errGaps) {
			anyway = t("letter_page.gaps")
		}
		column.Add(widgets.Hint(why, anyway, widgets.NewButton(t("letter_page.release"), d.onRelease)))
	}
	if d.before != nil {
		column.Add(widgets.NewFlow(0, widgets.NewLink(t("letter_page.bring_back"), d.bringBack)))
	}
	hints := cards(d.page.Hints)
	for i, hint := range hints {
		if i == hintsAtOnce {
			column.Add(widgets.NewText(d.host.Speaker().N("letter_page.more_hints", len(hints)-i), widgets.ColorMuted))
			break
		}
		column.Add(d.hint(hint))
	}
	if d.page.Clear != "" {
		column.Add(widgets.Inset(0, 0, 0, 6, widgets.NewTopRow(8,
			widgets.Inset(2, 0, 0, 0, &widgets.Icon{Name: "tick", Color: widgets.Hue("keep").Icon, Side: widgets.IconSmall}),
			widgets.Stretch(widgets.NewText(d.page.Clear, widgets.ColorSoft)))))
	}
	column.Add(widgets.Inset(8, 0, 0, 6, d.parts.hold))
	return column
}

// waiting is why the letter had better not go out yet, "" where it may.
func (d *letterDesk) waiting() string {
	if d.refused != nil {
		return d.host.Speaker().Error(d.refused)
	}
	return d.page.Held
}

// sent is a letter that went out: to be read, copied and printed, never changed.
func (d *letterDesk) sent() fyne.CanvasObject {
	t := d.host.Speaker().T
	head := widgets.NewColumn(4,
		widgets.NewRow(12, widgets.Stretch(&widgets.Text{Text: t("letter_page.letter"), Bold: true}), widgets.NewLink(t("letter_page.copy"), d.copy)),
		widgets.NewText(d.page.Sent, widgets.ColorMuted))
	body := widgets.NewColumn(12, &widgets.Text{Text: d.letter.Subject, Bold: true})
	for paragraph := range strings.SplitSeq(d.letter.Body, "\n\n") {
		body.Add(&widgets.Text{Text: paragraph, As: widgets.Lead})
	}
	return &widgets.Card{Flush: true, Sections: []fyne.CanvasObject{
		widgets.Inset(15, 20, 15, 20, head), widgets.Inset(20, 24, 20, 24, body), widgets.Inset(11, 20, 11, 12, d.ways())}}
}

// sheet is the letter itself: what it is, how it is written, and the paper.
func (d *letterDesk) sheet() fyne.CanvasObject {
	t := d.host.Speaker().T
	top := widgets.NewRow(12, widgets.Stretch(&widgets.Text{Text: t("letter_page.letter"), Bold: true}), d.parts.language)
	head := widgets.NewColumn(12, top, widgets.NewFlow(8, d.parts.style), d.parts.subject)
	card := &widgets.Card{Flush: true, Sections: []fyne.CanvasObject{widgets.Inset(15, 20, 15, 20, head), d.parts.paper}}
	if d.page.Held == "" { // one that lies overnight has no way out before
		top.Add(widgets.NewLink(t("letter_page.copy"), d.copy))
		card.Sections = append(card.Sections, widgets.Inset(11, 20, 11, 12, d.ways()))
	}
	return card
}

// book lists what the book knows that may go into the letter, the first few at
// first; relay lays out what it stands on. Nil where the book knows nothing.
func (d *letterDesk) book(few int, relay func()) fyne.CanvasObject {
	t := d.host.Speaker().T
	lines := d.page.Book
	if len(lines) == 0 {
		return nil
	}
	var more []fyne.CanvasObject
	if len(lines) > few+1 && !d.whole {
		lines = lines[:few]
		more = append(more, widgets.NewFlow(0, widgets.NewLink(t("letter_page.book.more"), func() {
			d.whole = true
			relay()
		})))
	}
	var rows []*widgets.Fact
	for _, line := range lines {
		rows = append(rows, &widgets.Fact{When: line.Day, Text: line.Text, OnTapped: func() { d.insert(line.Insert) }})
	}
	return factsCard(t("letter_page.book"), "", rows, more...)
}

// ways are how a letter leaves the program.
func (d *letterDesk) ways() fyne.CanvasObject {
	t := d.host.Speaker().T
	quiet := func(text string, tapped func()) *widgets.Button {
		return &widgets.Button{Text: text, Role: widgets.Quiet, OnTapped: tapped}
	}
	row := widgets.NewFlow(0)
	if len(d.page.To) > 0 {
		row.Add(quiet(t("letter_page.mail"), d.mail))
	}
	row.Add(quiet(t("letter_page.text"), d.saveText))
	row.Add(quiet(t("letter_page.pdf"), d.savePDF))
	return row
}

// cards are the hints that have a card of their own: one speaks for all blanks.
func cards(hints []present.LetterHint) (shown []present.LetterHint) {
	blank := false
	for _, h := range hints {
		if h.Code == guide.HintBlank && blank {
			continue
		}
		blank = blank || h.Code == guide.HintBlank
		shown = append(shown, h)
	}
	return shown
}

// quotedMost is how many letters of a phrase its card quotes; a longer one is only
// marked on the paper.
const quotedMost = 40

// hint is one thing to mind, with what can be done about it. A blank can only be
// filled in, so its card leads there.
func (d *letterDesk) hint(h present.LetterHint) fyne.CanvasObject {
	t := d.host.Speaker().T
	title := h.Title
	if utf8.RuneCountInString(h.Phrase) <= quotedMost && h.Code != guide.HintBlank {
		title = t("letter_page.hint", present.Args{"Title": h.Title, "Phrase": h.Phrase})
	}
	var ways []fyne.CanvasObject
	switch {
	case h.Action != "":
		ways = append(ways, widgets.NewButton(h.Action, func() { d.mend(h) }))
	case !h.InSubject:
		ways = append(ways, widgets.NewButton(t("letter_page.show"), func() { d.parts.paper.GoTo(h.From) }))
	}
	if h.Code != guide.HintBlank {
		ways = append(ways, &widgets.Button{Text: h.Leave, Role: widgets.Quiet, OnTapped: func() { d.leave(h) }})
	}
	return widgets.Hint(title, h.Why, ways...)
}

// leave keeps what a hint is about as it is.
func (d *letterDesk) leave(h present.LetterHint) {
	d.left[hintKey(h)] = true
	d.read()
	d.parts.relay()
}

// mend puts the gentler wording in the place of a phrase, or takes it out together
// with what would be left hanging: a space before it, or a comma that led up to it.
func (d *letterDesk) mend(h present.LetterHint) {
	text := d.letter.Body
	if h.InSubject {
		text = d.letter.Subject
	}
	if h.From < 0 || h.To > len(text) || h.From > h.To || text[h.From:h.To] != h.Phrase {
		return // typed on meanwhile
	}
	text = mended(text, h.From, h.To, h.Instead, d.speaks().Capital)
	if h.InSubject {
		d.letter.Subject = text
	} else {
		d.letter.Body = text
	}
	d.put()
}
