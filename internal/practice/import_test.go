package practice_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

const (
	journalHead = "client,date,kind,severity,note\n"
	invoiceHead = "client,number,issued,due,amount,currency,paid,paid_on\n"
)

// plan reads texts as files and plans their import.
func (o *office) plan(texts ...string) *practice.Plan {
	o.t.Helper()
	var files []intake.File
	for i, text := range texts {
		file, err := intake.Read(fmt.Sprintf("file%d.csv", i+1), []byte(text), intake.ReadOptions{Today: o.today})
		if err != nil {
			o.t.Fatal(err)
		}
		files = append(files, file)
	}
	plan, err := o.Plan(o.t.Context(), files...)
	if err != nil {
		o.t.Fatal(err)
	}
	return plan
}

// bring imports what must not be refused.
func (o *office) bring(plan *practice.Plan) practice.Imported {
	o.t.Helper()
	done, err := o.Import(o.t.Context(), plan, false)
	if err != nil {
		o.t.Fatal(err)
	}
	return done
}

// names are the clients of the book, archived ones too.
func (o *office) names() (names []string) {
	o.t.Helper()
	clients, err := o.Clients(o.t.Context(), true)
	if err != nil {
		o.t.Fatal(err)
	}
	for _, c := range clients {
		names = append(names, c.Name)
	}
	return names
}

// named is the client of a name.
func (o *office) named(name string) rapport.Client {
	o.t.Helper()
	clients, err := o.Clients(o.t.Context(), true)
	if err != nil {
		o.t.Fatal(err)
	}
	at := slices.IndexFunc(clients, func(c rapport.Client) bool { return c.Name == name })
	if at < 0 {
		o.t.Fatalf("no client %s among %v", name, clients)
	}
	return clients[at]
}

// steps are the names of what can be taken back, the last one first.
func (o *office) steps() (deeds []practice.Deed) {
	o.t.Helper()
	undo, _, err := o.Steps(o.t.Context())
	if err != nil {
		o.t.Fatal(err)
	}
	for _, c := range undo {
		deeds = append(deeds, c.Deed)
	}
	return deeds
}

func TestAPlanTellsWhatWouldComeInAndStoresNothing(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.log(acme, 3, rapport.Praise, 3)
	changes := len(o.changes)
	plan := o.plan(journalHead+
		"ACME,2026-06-26,praise,3,\n"+ // held already
		"Acme,2026-06-27,complaint,4,late again\n"+
		"Birch,2026-06-27,demand,9,\n"+ // no such severity
		"Birch,2026-06-28,contact,1,\n",
		invoiceHead+"Cedar,7,2026-05-01,2026-05-15,100,USD,,\n")
	entries, invoices := plan.Count()
	if entries != 2 || invoices != 1 || plan.Already != 1 || plan.Faults() != 1 || len(plan.Doubts()) != 0 || len(plan.Clashes) != 0 {
		t.Errorf("%d entries, %d invoices, %d already, %d bad, doubts %v, clashes %v",
			entries, invoices, plan.Already, plan.Faults(), plan.Doubts(), plan.Clashes)
	}
	var names []string
	for _, n := range plan.Names {
		names = append(names, fmt.Sprint(n.Text, " ", n.New))
	}
	if diff := cmp.Diff([]string{"ACME false", "Birch true", "Cedar true"}, names); diff != "" {
		t.Error(diff)
	}
	if got := o.names(); len(got) != 1 || len(o.changes) != changes {
		t.Errorf("planning alone left the clients %v and %d announcements", got, len(o.changes)-changes)
	}
}

func TestAnImportIsOneDeedJudgedAndAnnounced(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	changes := len(o.changes)
	done := o.bring(o.plan(
		journalHead+"Acme,2026-06-28,disrespect,4,\nBirch,2026-06-28,complaint,4,\n",
		invoiceHead+"Birch,7,2026-04-01,2026-04-15,100,USD,,\n"))
	if want := (practice.Imported{Clients: 1, Entries: 2, Invoices: 1}); done != want {
		t.Errorf("imported %+v, want %+v", done, want)
	}
	birch := o.named("Birch")
	if birch.Terms.Currency != "USD" || birch.State != rapport.Active || birch.Terms.PaymentDays != practice.DefaultPaymentDays {
		t.Errorf("the new client is %+v", birch)
	}
	for _, c := range []rapport.Client{acme, birch} {
		if a := o.file(c).Standing.Assessment; a.Strain == 0 || a.On != monday {
			t.Errorf("%s stands at strain %.1f on %s", c.Name, a.Strain, a.On)
		}
	}
	if st := o.file(birch).Standing; len(st.Overdue) != 1 || st.Overdue[0].Currency != "USD" {
		t.Errorf("Birch owes %v", st.Overdue)
	}
	e := o.file(acme).History.Entries[0]
	if diff := cmp.Diff([]practice.Deed{practice.DeedImport, practice.DeedAddClient}, o.steps()); diff != "" {
		t.Error(diff)
	}
	rows, _, err := o.Journal(t.Context(), book.Filter{Only: []rapport.ID{e.ID}})
	if err != nil || rows[0].Entry.Source != (rapport.Source{File: "file1.csv", Row: 2}) {
		t.Errorf("the entry came from %+v, %v", rows, err)
	}
	if len(o.changes) != changes+1 || !o.changes[changes].Touches(acme.ID) || !o.changes[changes].Touches(birch.ID) || o.changes[changes].Subject != "file1.csv" {
		t.Errorf("announced %+v", o.changes[changes:])
	}
}

func TestAnImportIsTakenBackAndDoneAgainWhole(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	o.log(acme, 30, rapport.Praise, 3)
	v, err := o.AddInvoice(t.Context(), rapport.Invoice{Client: acme.ID, Number: "7", Issued: monday - 60, Due: monday - 40,
		Amount: rapport.Money{Minor: 100_00, Currency: "EUR"}})
	if err != nil {
		t.Fatal(err)
	}
	before := o.file(acme)
	o.bring(o.plan(
		journalHead+"Acme,2026-06-28,disrespect,4,\nBirch,2026-06-28,hardship,4,\n",
		invoiceHead+fmt.Sprintf("Acme,7,%s,%s,100,EUR,60,2026-06-20\nBirch,1,2026-05-01,2026-05-15,5,EUR,,\n", v.Issued, v.Due)))
	after := o.file(acme)
	if _, err := o.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, o.file(acme), asStored...); diff != "" {
		t.Errorf("taken back, Acme differs:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Acme"}, o.names()); diff != "" {
		t.Error(diff)
	}
	if _, err := o.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(after, o.file(acme), asStored...); diff != "" {
		t.Errorf("done again, Acme differs:\n%s", diff)
	}
	if n := len(o.file(o.named("Birch")).History.Circumstances); n != 1 {
		t.Errorf("done again, Birch has %d hardships", n)
	}
}

// asStored compares records field by field.
var asStored = cmp.Options{cmpopts.EquateEmpty(), cmp.Comparer(func(a, b rapport.Rating) bool { return a == b })}

func TestNamesInDoubtAreAskedAbout(t *testing.T) {
	text := journalHead + "Harbor Studio,2026-06-28,complaint,4,\nBirch,2026-06-28,praise,3,\n"
	t.Run("and nothing is stored before", func(t *testing.T) {
		o := open(t)
		o.client("Harbour Studio")
		plan := o.plan(text)
		if doubts := plan.Doubts(); len(doubts) != 1 || doubts[0].Text != "Harbor Studio" {
			t.Fatalf("in doubt: %+v", doubts)
		}
		if _, err := o.Import(t.Context(), plan, true); !errors.Is(err, practice.ErrDoubts) {
			t.Errorf("imported in doubt: %v", err)
		}
		if len(o.names()) != 1 {
			t.Error("a client was created all the same")
		}
	})
	t.Run("the same", func(t *testing.T) {
		o := open(t)
		harbour := o.client("Harbour Studio")
		o.log(harbour, 1, rapport.Complaint, 4)
		plan := o.plan(text)
		if err := o.Same(t.Context(), plan, "harbor studio", harbour.ID); err != nil {
			t.Fatal(err)
		}
		if plan.Already != 1 { // known only now whose entry it is
			t.Errorf("%d rows are held already", plan.Already)
		}
		if done := o.bring(plan); done.Entries != 1 || done.Clients != 1 {
			t.Errorf("imported %+v", done)
		}
	})
	t.Run("a new one", func(t *testing.T) {
		o := open(t)
		o.client("Harbour Studio")
		plan := o.plan(text)
		if err := o.Create(t.Context(), plan, "Harbor Studio"); err != nil {
			t.Fatal(err)
		}
		o.bring(plan)
		if diff := cmp.Diff([]string{"Birch", "Harbor Studio", "Harbour Studio"}, o.names()); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("one that is not in the files", func(t *testing.T) {
		o := open(t)
		if err := o.Create(t.Context(), o.plan(text), "Elm"); !errors.Is(err, rapport.ErrNotFound) {
			t.Errorf("answered: %v", err)
		}
	})
}

func TestBadRowsAreLeftOutOnlyByChoice(t *testing.T) {
	o := open(t)
	plan := o.plan(journalHead + "Acme,2026-06-28,praise,3,good\nAcme,2026-06-31,gossip,9,bad\n")
	if _, err := o.Import(t.Context(), plan, false); !errors.Is(err, practice.ErrBadRows) {
		t.Errorf("bad rows passed: %v", err)
	}
	if len(o.names()) != 0 || len(o.steps()) != 0 {
		t.Error("a refused import left something")
	}
	done, err := o.Import(t.Context(), plan, true)
	if err != nil || done.Entries != 1 || done.Bad != 1 {
		t.Errorf("imported %+v, %v", done, err)
	}
}

func TestEqualRowsAreCountedNotMerged(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	for range 2 {
		o.log(acme, 1, rapport.Disrespect, 4)
	}
	row := "Acme,2026-06-28,disrespect,4,\n"
	plan := o.plan(journalHead + row + row + row)
	if entries, _ := plan.Count(); entries != 1 || plan.Already != 2 {
		t.Errorf("%d to be stored, %d held", entries, plan.Already)
	}
	o.bring(plan)
	if n := len(o.file(acme).History.Entries); n != 3 {
		t.Errorf("the book holds %d", n)
	}
}

func TestAPlanCarriedOutTwiceBringsInNothingTheSecondTime(t *testing.T) {
	o := open(t)
	plan := o.plan(journalHead+"Acme,2026-06-28,praise,3,\nAcme,2026-06-28,praise,3,\n",
		invoiceHead+"Acme,7,2026-05-01,2026-05-15,100,EUR,60,2026-06-01\n")
	first := o.bring(plan)
	again := o.bring(plan)
	if first.Entries != 2 || again != (practice.Imported{Already: 3}) {
		t.Errorf("imported %+v, then %+v", first, again)
	}
	if n := len(o.file(o.named("Acme")).History.Entries); n != 2 || len(o.steps()) != 1 {
		t.Errorf("%d entries in %d steps", n, len(o.steps()))
	}
}

func TestWhatWasStoredSinceThePlanIsNotStoredAgain(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	plan := o.plan(journalHead + "Acme,2026-06-28,praise,3,\nAcme,2026-06-27,praise,3,\n")
	o.log(acme, 1, rapport.Praise, 3)
	if done := o.bring(plan); done.Entries != 1 || done.Already != 1 {
		t.Errorf("imported %+v", done)
	}
}

func TestAnImportStoresAllOrNothing(t *testing.T) {
	o := open(t)
	acme := o.client("Acme")
	plan := o.plan(journalHead+"Acme,2026-06-28,praise,3,\nBirch,2026-06-28,praise,3,\n",
		invoiceHead+"Acme,7,2026-05-01,2026-05-15,100,EUR,,\n")
	o.client("BIRCH") // since the plan was made
	steps, changes, before := len(o.steps()), len(o.changes), o.file(acme)
	if _, err := o.Import(t.Context(), plan, false); !errors.Is(err, rapport.ErrNameTaken) {
		t.Fatalf("two clients of one name: %v", err)
	}
	if diff := cmp.Diff(before, o.file(acme), asStored...); diff != "" {
		t.Error(diff)
	}
	if len(o.steps()) != steps || len(o.changes) != changes {
		t.Error("a failed import left a step or was announced")
	}
}

func TestClientsTheBookTellsApartStayApart(t *testing.T) {
	o := open(t)
	for _, name := range []string{"Müller", "Mueller"} {
		o.log(o.client(name), 1, rapport.Praise, 3)
	}
	if plan := o.plan(o.export(intake.JournalCSV)); plan.Already != 2 {
		t.Errorf("%d of the two rows are found in the book they came from", plan.Already)
	}
	copied := open(t)
	copied.bring(copied.plan(o.export(intake.JournalCSV)))
	if diff := cmp.Diff(o.names(), copied.names()); diff != "" {
		t.Error(diff)
	}
}

// export is the book in one format.
func (o *office) export(format intake.Format) string {
	o.t.Helper()
	text, err := export(o.t.Context(), o.Practice, format)
	if err != nil {
		o.t.Fatal(err)
	}
	return text
}

func export(ctx context.Context, p *practice.Practice, format intake.Format) (string, error) {
	var out bytes.Buffer
	err := p.Export(ctx, format, &out)
	return out.String(), err
}
