package screen

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// invoice adds an invoice of two thousand of two months ago, and pays of it.
func (h *testHost) invoice(c rapport.Client, number string, paid ...int64) rapport.Invoice {
	h.t.Helper()
	v, err := h.practice.AddInvoice(h.t.Context(), rapport.Invoice{Client: c.ID, Number: number, Issued: testDay.AddDays(-60),
		Due: testDay.AddDays(-46), Amount: rapport.Money{Minor: 2000_00, Currency: "EUR"}})
	if err != nil {
		h.t.Fatal(err)
	}
	for i, amount := range paid {
		v.Payments = append(v.Payments, rapport.Payment{ID: rapport.NewID(), On: testDay.AddDays(i - 30), Amount: amount})
		if err := h.practice.Pay(h.t.Context(), v.ID, v.Payments[i]); err != nil {
			h.t.Fatal(err)
		}
	}
	return v
}

// owe adds something we owe.
func (h *testHost) owe(c rapport.Client, what string) rapport.Obligation {
	h.t.Helper()
	o, err := h.practice.Owe(h.t.Context(), rapport.Obligation{Client: c.ID, Side: rapport.Ours, What: what, Due: testDay.AddDays(3)})
	if err != nil {
		h.t.Fatal(err)
	}
	return o
}

// held is the file of a client.
func (h *testHost) held(c rapport.Client) practice.ClientFile {
	h.t.Helper()
	file, err := h.practice.Client(h.t.Context(), c.ID)
	if err != nil {
		h.t.Fatal(err)
	}
	return file
}

// follow clicks the link with that word, the first if there are several.
func (h *testHost) follow(word string) {
	h.t.Helper()
	link, ok := find(h, func(l *widgets.Link) bool { return l.Text == word })
	if !ok {
		h.t.Fatalf("no link %q; there is:\n%s", word, h.texts())
	}
	test.Tap(link)
}

// tick clicks the tick box with those words.
func (h *testHost) tick(words string) {
	h.t.Helper()
	box, ok := find(h, func(b *widgets.TickBox) bool { return b.Text == words })
	if !ok {
		h.t.Fatalf("no box %q; there is:\n%s", words, h.texts())
	}
	test.Tap(box)
}

// write replaces what stands in the field with that label.
func (h *testHost) write(label, text string) *widgets.Field {
	h.t.Helper()
	field, ok := find(h, func(f *widgets.Field) bool { return f.Label == label })
	if !ok {
		h.t.Fatalf("no field %q; there is:\n%s", label, h.texts())
	}
	field.SetText(text)
	return field
}

// steps is how many deeds can be taken back.
func (h *testHost) steps() int {
	h.t.Helper()
	undo, _, err := h.practice.Steps(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	return len(undo)
}

func TestOneUndoTakesBackAFreshHardshipWithItsDays(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	f := newEntryForm(h, []rapport.Client{acme}, rapport.Entry{Client: acme.ID, Kind: rapport.Hardship}, rapport.Circumstance{}, true)
	f.open()
	f.spell.start.SetDay(testDay.AddDays(-9).Time())
	before := h.steps()
	h.press("Save")
	if got := h.steps() - before; got != 1 {
		t.Errorf("the form made %d steps", got)
	}
	if _, err := h.practice.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if entries, spells := h.file(acme); len(entries)+len(spells) != 0 {
		t.Errorf("left are %+v and %+v", entries, spells)
	}
}

func TestASettledInvoiceIsCorrected(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	v := h.invoice(acme, "2026-14", 500_00, 1500_00)
	page := NewClient(h)
	h.show(page, Place{Name: AtClient, Client: acme.ID})
	page.openInvoice(page.page.Invoices.Rows[0].Invoice)
	h.says("Correct invoice 2026-14", "€500.00 on 31/05/2026", "€1,500.00 on 01/06/2026")
	h.write("Number", "2026-15")
	h.write("Amount in EUR", "1800")
	h.tick("The client disputes it")
	h.follow("Remove")
	h.says("€500.00 on 31/05/2026, will be removed", "Keep")
	h.press("Save")
	h.fine()

	v.Number, v.Amount.Minor, v.Disputed, v.Payments = "2026-15", 1800_00, true, v.Payments[1:]
	if diff := cmp.Diff([]rapport.Invoice{v}, h.held(acme).History.Invoices); diff != "" {
		t.Errorf("stored otherwise:\n%s", diff)
	}
	if got := strings.Join(h.toasts, "; "); got != "Invoice corrected" || h.panel() != "" {
		t.Errorf("said %q, and the panel says %q", got, h.panel())
	}
}

func TestAnOpenInvoiceIsPaidOrCorrected(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	h.invoice(acme, "2026-14", 500_00)
	page := NewClient(h)
	h.show(page, Place{Name: AtClient, Client: acme.ID})
	page.openInvoice(page.page.Invoices.Rows[0].Invoice)
	h.says("Payment for invoice 2026-14")
	h.follow("Correct this invoice")
	h.says("Correct invoice 2026-14")
	if strings.Contains(h.panel(), "Payment for") {
		t.Error("two forms are open")
	}
	before := h.steps()
	h.press("Save")
	if h.steps() != before {
		t.Error("storing what was not touched is a deed")
	}
}

func TestAnInvoiceKeepsAPaymentAfterAll(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	ShowInvoiceEdit(h, h.invoice(acme, "1", 500_00))
	h.follow("Remove")
	h.follow("Keep")
	h.press("Save")
	if n := len(h.held(acme).History.Invoices[0].Payments); n != 1 {
		t.Errorf("%d payments are left", n)
	}
}

func TestAnInvoiceAsksForAtLeastWhatCameIn(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	ShowInvoiceEdit(h, h.invoice(acme, "1", 500_00, 700_00))
	amount := h.write("Amount in EUR", "1,000")
	h.press("Save")
	if said := amount.Problem(); !strings.Contains(said, "€1,200.00") {
		t.Errorf("beside the amount it says %q", said)
	}
	h.follow("Remove")
	h.press("Save")
	if v := h.held(acme).History.Invoices[0]; v.Amount.Minor != 1000_00 || len(v.Payments) != 1 {
		t.Errorf("stored %+v", v)
	}
}

func TestAnInvoiceIsDeletedAndBroughtBack(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	v := h.invoice(acme, "1", 2000_00)
	ShowInvoiceEdit(h, v)
	h.follow("Delete this invoice")
	h.fine()
	if left := h.held(acme).History.Invoices; len(left) != 0 || h.panel() != "" || h.toasts[0] != "Invoice deleted" {
		t.Errorf("left is %+v, the panel says %q, the toast %q", left, h.panel(), h.toasts)
	}
	if _, err := h.practice.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]rapport.Invoice{v}, h.held(acme).History.Invoices); diff != "" {
		t.Errorf("brought back otherwise:\n%s", diff)
	}
}

func TestWhatIsOwedIsCorrectedFromTheWayItEnds(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	o := h.owe(acme, "Source files")
	page := NewClient(h)
	h.show(page, Place{Name: AtClient, Client: acme.ID})
	page.settle(page.page.Obligations[0].Obligation)
	h.follow("Correct this obligation")
	h.write("What", "Source files of the logo")
	side, _ := find(h, func(s *widgets.Segment) bool { return len(s.Options) == 2 })
	side.Select(1)
	h.press("Save")
	h.fine()
	o.What, o.Side = "Source files of the logo", rapport.Theirs
	if got := h.held(acme).History.Obligations; !cmp.Equal(got, []rapport.Obligation{o}) {
		t.Errorf("stored %+v, want %+v", got, o)
	}
}

func TestWhatWasSettledIsOpenedAgain(t *testing.T) {
	h := newTestHost(t, present.English)
	acme := h.client("Acme")
	o := h.owe(acme, "Source files")
	if err := h.practice.Waive(t.Context(), o.ID, "They have them"); err != nil {
		t.Fatal(err)
	}
	page := NewClient(h)
	h.show(page, Place{Name: AtClient, Client: acme.ID})
	page.settle(page.page.Obligations[0].Obligation)
	h.says("They have them")
	before := h.steps()
	h.press("Save")
	if h.steps() != before {
		t.Error("storing what was not touched is a deed")
	}
	page.settle(page.page.Obligations[0].Obligation)
	h.tick("Open after all")
	h.press("Save")
	h.fine()
	if got := h.held(acme).History.Obligations; !cmp.Equal(got, []rapport.Obligation{o}) {
		t.Errorf("stored %+v, want %+v", got, o)
	}
}

func TestCorrectionsFitTheSmallestWindow(t *testing.T) {
	for _, language := range present.Languages() {
		h := newTestHost(t, language)
		h.window.Resize(fyne.NewSize(853, 533))
		acme := h.client("Acme")
		v, o := h.invoice(acme, "2026-14", 500_00, 700_00), h.owe(acme, "Source files")
		o.Met = testDay
		for name, show := range map[string]func(){
			"invoice": func() { ShowInvoiceEdit(h, v) }, "payment": func() { ShowPayForm(h, v) },
			"obligation": func() { ShowObligationEdit(h, o) }, "settling": func() { ShowSettleForm(h, o) },
		} {
			show()
			walk(h.window.Canvas().Overlays().Top(), func(part fyne.CanvasObject) {
				left := h.app.Driver().AbsolutePositionForObject(part).X
				if left < 0 || left+part.Size().Width > 853.5 {
					t.Errorf("%s in %s: %T stands from %v to %v", name, language, part, left, left+part.Size().Width)
				}
			})
			h.typed(fyne.KeyEscape)
		}
	}
}
