package practice_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

const monday = rapport.Date(739798 - 2) // 2026-06-29

// office is a practice on a real book in a temporary folder, with a calendar the
// test turns.
type office struct {
	*practice.Practice
	t       *testing.T
	today   rapport.Date
	changes []practice.Change
}

func open(t *testing.T) *office {
	t.Helper()
	o := &office{t: t, today: monday}
	now := func() time.Time { return o.today.Time().Add(9 * time.Hour) }
	b, err := book.Create(t.Context(), filepath.Join(t.TempDir(), "book.rapport"), book.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	o.Practice = practice.New(b, func() rapport.Date { return o.today })
	o.OnChange(func(c practice.Change) { o.changes = append(o.changes, c) })
	t.Cleanup(func() {
		if err := o.Close(); err != nil {
			t.Error(err)
		}
	})
	return o
}

func (o *office) client(name string) rapport.Client {
	o.t.Helper()
	c, err := o.AddClient(o.t.Context(), rapport.Client{Name: name, State: rapport.Active,
		Terms: rapport.Terms{Currency: "EUR", PaymentDays: 14}})
	if err != nil {
		o.t.Fatal(err)
	}
	return c
}

func (o *office) log(client rapport.Client, ago int, kind rapport.Kind, severity int) rapport.Entry {
	o.t.Helper()
	e, err := o.Log(o.t.Context(), rapport.Entry{Client: client.ID, On: o.today.AddDays(-ago), Kind: kind, Severity: severity})
	if err != nil {
		o.t.Fatal(err)
	}
	return e
}

func (o *office) file(client rapport.Client) practice.ClientFile {
	o.t.Helper()
	f, err := o.Client(o.t.Context(), client.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	return f
}

func TestEveryDeedLeavesAStandingThatCanBeTakenBack(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	if got := o.file(acme).Standing.Assessment; got.On != monday || got.Verdict != rapport.Unclear {
		t.Fatalf("a client nothing is known about stands at %s on %s", got.Verdict, got.On)
	}
	o.log(acme, 30, rapport.Praise, 3)
	before := o.file(acme).Standing.Assessment
	o.log(acme, 2, rapport.Disrespect, 4)
	after := o.file(acme).Standing.Assessment
	if after.Strain <= before.Strain {
		t.Errorf("strain went from %.1f to %.1f when an insult was logged", before.Strain, after.Strain)
	}
	undone, err := o.Undo(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if undone.Deed != practice.DeedLog || undone.Subject != "Acme" || !undone.Undoes {
		t.Errorf("taken back: %+v", undone)
	}
	if got := o.file(acme).Standing.Assessment.Strain; got != before.Strain {
		t.Errorf("after undo the strain is %.3f, before the deed it was %.3f", got, before.Strain)
	}
	if _, err := o.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := o.file(acme).Standing.Assessment.Strain; got != after.Strain {
		t.Errorf("after redo the strain is %.3f, want %.3f", got, after.Strain)
	}
	last := o.changes[len(o.changes)-1]
	if !last.Touches(acme.ID) || last.Touches(rapport.NewID()) {
		t.Errorf("the change announced is %+v", last)
	}
}

func TestANewDayIsJudgedAnew(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.log(acme, 0, rapport.Intrusion, 3)
	was := o.file(acme).Standing.Assessment.Strain
	o.today = o.today.AddDays(60)
	standings, err := o.Review(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := standings[0].Assessment
	if got.On != o.today || got.Strain >= was {
		t.Errorf("sixty quiet days later: judged on %s, strain %.1f after %.1f", got.On, got.Strain, was)
	}
}

func TestReassessingCanBeCancelledAndThenStoresNothing(t *testing.T) {
	o := open(t)
	for _, name := range []string{"Acme", "Birch", "Cedar"} {
		o.client(name)
	}
	o.today++
	ctx, cancel := context.WithCancel(t.Context())
	err := o.Reassess(ctx, func(done, total int) {
		if total != 3 {
			t.Errorf("%d clients to judge, want 3", total)
		}
		if done == 2 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("cancelled, but: %v", err)
	}
	done := 0
	if err := o.Reassess(t.Context(), func(n, _ int) { done = n }); err != nil || done != 3 {
		t.Errorf("the second time %d were judged, %v", done, err)
	}
}

func TestAnEntryMovesBetweenClientsAndBothAreJudged(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	e := o.log(acme, 1, rapport.Complaint, 4)
	e.Client = birch.ID
	if err := o.EditEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	if n := len(o.file(acme).History.Entries); n != 0 {
		t.Errorf("Acme still has %d entries", n)
	}
	if o.file(acme).Standing.Assessment.Strain != 0 || o.file(birch).Standing.Assessment.Strain == 0 {
		t.Error("the standings did not move with the entry")
	}
}

func TestAHardshipOpensACircumstanceThatFollowsIt(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	e := o.log(acme, 10, rapport.Hardship, 3)
	e.On = e.On.AddDays(-5)
	if err := o.EditEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	hardships := o.file(acme).History.Circumstances
	if len(hardships) != 1 || hardships[0].Start != e.On {
		t.Fatalf("the hardship is %+v, want it to start on %s", hardships, e.On)
	}
	e.Kind = rapport.Note
	if err := o.EditEntry(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	if left := o.file(acme).History.Circumstances; len(left) != 0 {
		t.Errorf("a note still has the circumstance %+v", left)
	}
	if _, err := o.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if back := o.file(acme).History.Circumstances; len(back) != 1 {
		t.Errorf("undo did not bring the circumstance back")
	}
}

func TestTrashIsOutOfTheJudgementAndComesBack(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	e := o.log(acme, 1, rapport.Threat, 5)
	if o.file(acme).Standing.Assessment.Verdict != rapport.Safety {
		t.Fatal("a fresh threat of severity 5 is not a matter of safety")
	}
	if err := o.TrashEntry(t.Context(), e.ID); err != nil {
		t.Fatal(err)
	}
	if got := o.file(acme).Standing.Assessment; got.Strain != 0 {
		t.Errorf("in the trash it still strains: %.1f", got.Strain)
	}
	rows, n, err := o.Journal(t.Context(), book.Filter{Trashed: true})
	if err != nil || n != 1 || rows[0].Entry.ID != e.ID {
		t.Errorf("the trash holds %d rows, %v", n, err)
	}
	if err := o.RestoreEntry(t.Context(), e.ID); err != nil {
		t.Fatal(err)
	}
	if o.file(acme).Standing.Assessment.Verdict != rapport.Safety {
		t.Error("restored, it is not judged")
	}
}

func TestMoneyIsDueByTheClientsTerms(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	v, err := o.AddInvoice(t.Context(), rapport.Invoice{Client: acme.ID, Number: "7", Issued: monday.AddDays(-44),
		Amount: rapport.Money{Minor: 100_00, Currency: "EUR"}})
	if err != nil {
		t.Fatal(err)
	}
	if v.Due != monday.AddDays(-30) {
		t.Errorf("due on %s", v.Due)
	}
	st := o.file(acme).Standing
	if len(st.Overdue) != 1 || st.Overdue[0].Minor != 100_00 || st.OverdueDays != 30 {
		t.Errorf("overdue: %v for %d days", st.Overdue, st.OverdueDays)
	}
	if err := o.Pay(t.Context(), v.ID, rapport.Payment{On: monday, Amount: 101_00}); !errors.Is(err, rapport.ErrPaidTooMuch) {
		t.Errorf("paying too much: %v", err)
	}
	if err := o.Pay(t.Context(), v.ID, rapport.Payment{On: monday, Amount: 100_00}); err != nil {
		t.Fatal(err)
	}
	if left := o.file(acme).Standing.Overdue; len(left) != 0 {
		t.Errorf("paid, but %v is overdue", left)
	}
}

func TestObligationsAreSettledOnce(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	owed, err := o.Owe(t.Context(), rapport.Obligation{Client: acme.ID, Side: rapport.Ours, What: "source files"})
	if err != nil {
		t.Fatal(err)
	}
	if n := o.file(acme).Standing.Open; n != 1 {
		t.Errorf("%d open", n)
	}
	if err := o.Waive(t.Context(), owed.ID, " "); !errors.Is(err, rapport.ErrReasonMissing) {
		t.Errorf("waived without a reason: %v", err)
	}
	if err := o.Meet(t.Context(), owed.ID); err != nil {
		t.Fatal(err)
	}
	if err := o.Waive(t.Context(), owed.ID, "too late"); !errors.Is(err, rapport.ErrSettled) {
		t.Errorf("settled twice: %v", err)
	}
}

func TestADecisionKeepsWhatWasOffered(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.log(acme, 0, rapport.Threat, 5)
	if _, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.Keep}); !errors.Is(err, rapport.ErrReasonMissing) {
		t.Errorf("chosen otherwise without a reason: %v", err)
	}
	if _, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: rapport.Safety}); err != nil {
		t.Fatal(err)
	}
	d := o.file(acme).Standing.Decision
	if d == nil || d.Offered != rapport.Safety || !d.Agreed() {
		t.Errorf("the decision is %+v", d)
	}
}

func TestARefusedDeedChangesNothing(t *testing.T) {
	o := open(t)
	o.client("Acme")
	changes := len(o.changes)
	if _, err := o.AddClient(t.Context(), rapport.Client{Name: "ACME", State: rapport.Active,
		Terms: rapport.Terms{Currency: "EUR"}}); !errors.Is(err, rapport.ErrNameTaken) {
		t.Errorf("two clients of one name: %v", err)
	}
	if _, err := o.Log(t.Context(), rapport.Entry{Client: rapport.NewID(), On: monday, Kind: rapport.Note, Severity: 3}); !errors.Is(err, rapport.ErrNotFound) {
		t.Errorf("an entry of nobody: %v", err)
	}
	undo, _, err := o.Steps(t.Context())
	if err != nil || len(undo) != 1 || len(o.changes) != changes {
		t.Errorf("refused deeds left %d steps and %d announcements", len(undo), len(o.changes)-changes)
	}
}

func TestLoggingTheSameEntryAgainStoresItOnce(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	e := o.log(acme, 0, rapport.Contact, 1)
	if _, err := o.Log(t.Context(), e); err != nil {
		t.Fatal(err)
	}
	if n := len(o.file(acme).History.Entries); n != 1 {
		t.Errorf("stored %d times", n)
	}
}

func TestSettingsComeBack(t *testing.T) {
	o := open(t)
	want := practice.Settings{Language: "tr", Formats: "de-CH", Theme: "dark", Scale: "1.5", Currency: "CHF", Name: "Werkstatt"}
	if err := o.EditSettings(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	if got, err := o.Settings(t.Context()); err != nil || !cmp.Equal(got, want) {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestADecisionOfANewDayAnswersTheVerdictOfThatDay(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.log(acme, 0, rapport.Threat, 5)
	o.today = o.today.AddDays(2000) // nobody has looked since
	offered := o.file(acme).Standing.Assessment.Verdict
	if offered == rapport.Safety {
		t.Fatal("a threat of years ago is still a matter of safety")
	}
	if _, err := o.Decide(t.Context(), rapport.Decision{Client: acme.ID, Chosen: offered}); err != nil {
		t.Fatal(err)
	}
	if d := o.file(acme).Standing.Decision; d == nil || d.Offered != offered || d.On != o.today {
		t.Errorf("the decision is %+v, offered was %s", d, offered)
	}
}

func TestAnInvoiceMovesBetweenClientsAndBothAreJudged(t *testing.T) {
	o := open(t)
	acme, birch := o.client("Acme"), o.client("Birch")
	v, err := o.AddInvoice(t.Context(), rapport.Invoice{Client: acme.ID, Number: "7", Issued: monday - 90, Due: monday - 60,
		Amount: rapport.Money{Minor: 100_00, Currency: "EUR"}})
	if err != nil {
		t.Fatal(err)
	}
	v.Client = birch.ID
	if err := o.EditInvoice(t.Context(), v); err != nil {
		t.Fatal(err)
	}
	if a, b := o.file(acme).Standing.Assessment, o.file(birch).Standing.Assessment; a.Strain != 0 || b.Strain == 0 {
		t.Errorf("the strain of Acme is %.1f, of Birch %.1f", a.Strain, b.Strain)
	}
}

func TestRecordingTheSamePaymentAgainStoresItOnce(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	v, err := o.AddInvoice(t.Context(), rapport.Invoice{Client: acme.ID, Number: "7", Issued: monday - 30, Due: monday,
		Amount: rapport.Money{Minor: 100_00, Currency: "EUR"}})
	if err != nil {
		t.Fatal(err)
	}
	pay := rapport.Payment{ID: rapport.NewID(), On: monday, Amount: 60_00}
	for range 2 {
		if err := o.Pay(t.Context(), v.ID, pay); err != nil {
			t.Fatal(err)
		}
	}
	if open := o.file(acme).History.Invoices[0].OpenOn(monday); open.Minor != 40_00 {
		t.Errorf("%d is open", open.Minor)
	}
}

func TestABookThatCanOnlyBeReadIsJudgedInPassing(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.log(acme, 0, rapport.Intrusion, 3)
	copied := filepath.Join(t.TempDir(), "copy.rapport")
	if err := o.Book().BackUp(t.Context(), copied); err != nil {
		t.Fatal(err)
	}
	b, err := book.Open(t.Context(), copied, book.Options{ReadOnly: true, Now: func() time.Time { return o.today.Time() }})
	if err != nil {
		t.Fatal(err)
	}
	reader := practice.New(b, func() rapport.Date { return monday + 60 })
	defer reader.Close()
	if err := reader.Reassess(t.Context(), nil); err != nil {
		t.Errorf("a new day is refused: %v", err)
	}
	standings, err := reader.Review(t.Context())
	if err != nil || len(standings) != 1 || standings[0].Assessment.On != monday+60 {
		t.Errorf("judged %+v, %v", standings, err)
	}
}
