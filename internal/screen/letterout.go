package screen

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/paper"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// mended returns a text with a passage replaced, or taken out if there is nothing
// to replace it by. Taken out, the spaces and commas that held it go too, and where
// it began a sentence what follows begins it.
func mended(text string, from, to int, instead string, capital func(string) string) string {
	before, after := text[:from], text[to:]
	if instead != "" {
		return before + instead + after
	}
	if begins := strings.TrimRight(before, " "); begins == "" || strings.ContainsRune(".!?\n", lastRune(begins)) {
		after = capital(strings.TrimLeft(after, " ,;"))
		if after == "" || after[0] == '\n' || begins == "" || strings.HasSuffix(begins, "\n") {
			return begins + after
		}
		return begins + " " + after
	}
	if after = strings.TrimLeft(after, " "); after == "" || strings.ContainsRune(".,;:!?\n", rune(after[0])) {
		return strings.TrimRight(before, " ,;") + after
	}
	return strings.TrimRight(before, " ") + " " + after
}

func lastRune(text string) rune {
	last, _ := utf8.DecodeLastRuneInString(text)
	return last
}

// copy puts the letter on the clipboard.
func (d *letterDesk) copy() {
	fyne.CurrentApp().Clipboard().SetContent(d.letter.Body)
	d.letter.Way = rapport.WayCopy
	d.host.Toast(d.host.Speaker().T("panels.copied"), false)
}

// mail hands the letter to the user's mail program. A body too long for a link is
// put on the clipboard instead, to be pasted there.
func (d *letterDesk) mail() {
	link, whole := present.Mailto(d.page.To, d.letter.Subject, d.letter.Body)
	if err := d.host.OpenLink(link); err != nil {
		d.host.Fail(err)
		return
	}
	d.letter.Way = rapport.WayMail
	if !whole {
		fyne.CurrentApp().Clipboard().SetContent(d.letter.Body)
		d.host.Toast(d.host.Speaker().T("letter_page.too_long"), false)
	}
}

// saveText writes the letter into a text file.
func (d *letterDesk) saveText() {
	text := d.letter.Subject + "\n\n" + d.letter.Body + "\n"
	SaveAs(d.host, d.page.Title, d.fileName(".txt"), func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}, func() { d.letter.Way = rapport.WayText })
}

// savePDF sets the letter on a page.
func (d *letterDesk) savePDF() {
	doc := present.LetterDocument(d.host.Speaker(), d.letter, d.facts.History.Client, d.facts.Sender)
	SaveAs(d.host, d.page.Title, d.fileName(".pdf"), func(_ context.Context, w io.Writer) error {
		return paper.PDF(w, doc)
	}, func() { d.letter.Way = rapport.WayPDF })
}

// fileName is how a file with the letter is called.
func (d *letterDesk) fileName(ending string) string {
	return fileName(d.page.Title, d.facts.History.Client.Name) + ending
}

// send records that the letter went out, and logs what it did. One that had better
// wait, or still has gaps, is refused unless it is released; the desk then says why.
func (d *letterDesk) send(release bool, done func(error)) {
	gap := func(h present.LetterHint) bool { return h.Code == guide.HintBlank }
	if !release && slices.ContainsFunc(d.page.Hints, gap) {
		d.refused = errGaps
		done(errSaid)
		return
	}
	l, way := d.letter, d.letter.Way
	if way == "" {
		way = rapport.WayCopy
	}
	l.Written = d.facts.Today
	d.refused = nil
	d.host.Work(func(ctx context.Context) error {
		kept, err := d.host.Practice().KeepLetter(ctx, l)
		if err != nil {
			return err
		}
		return d.host.Practice().SendLetter(ctx, kept.ID, way, release)
	}, func(err error) {
		switch {
		case waits(err):
			d.refused, err = err, errSaid
		case err == nil:
			d.letter.Sent, d.letter.Way = d.facts.Today, way
			d.read()
			d.host.Toast(d.host.Speaker().T("letter_page.kept"), true)
		}
		done(err)
	})
}

// errGaps is why a letter is not noted as sent: something in it is still to be filled
// in. Whoever did so elsewhere says that it is out all the same.
var errGaps = &rapport.Problem{Code: "letter_gaps"}

// waits reports whether a letter was refused because it had better wait; it can be
// sent on purpose all the same.
func waits(err error) bool {
	return errors.Is(err, rapport.ErrLetterHeld) || errors.Is(err, practice.ErrReminderPaused)
}
