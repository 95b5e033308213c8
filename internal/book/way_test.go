package book

import (
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// acme is a book with one client, for what hangs on one.
func acme(t *testing.T) (*Book, rapport.Client) {
	t.Helper()
	b, c := emptyBook(t), client("Acme")
	write(t, b, "client.add", func(tx *Tx) error { return tx.AddClient(c) })
	return b, c
}

func draft(c rapport.Client) rapport.Letter {
	return rapport.Letter{ID: rapport.NewID(), Client: c.ID, Kind: "boundary", Language: "en", Style: rapport.Formal,
		Subject: "Working hours", Body: "Dear Ann,\n\nI answer on weekdays.", Written: today}
}

func sentOn(l rapport.Letter, day rapport.Date) rapport.Letter {
	l.Sent, l.Way = day, rapport.WayMail
	return l
}

func TestWhatGoesOnWithAClientComesBackAsItWasWritten(t *testing.T) {
	b, c := acme(t)
	c.About = rapport.About{People: "Ann decides\nBo pays", Needs: "no surprises"}
	c.Terms.Country, c.Terms.Consumer = "NL", true
	threat := entry(c, 8, rapport.Threat)
	sheet := rapport.Sheet{ID: rapport.NewID(), Client: c.ID, Agreed: today,
		Clauses: map[rapport.Clause]string{rapport.ClauseRevisions: "two rounds", rapport.ClauseNotice: "30 days"}}
	surprise := rapport.Surprise{ID: rapport.NewID(), Client: c.ID, On: today, Clause: rapport.ClausePayment, What: "VAT", Entry: threat.ID}
	flag := rapport.Flag{ID: rapport.NewID(), Client: c.ID, Set: today, Until: today.AddDays(700), Reason: "pays late"}
	letter := sentOn(draft(c), today)
	plan := rapport.EndPlan{ID: rapport.NewID(), Client: c.ID, Begun: today, Story: "They lost their biggest account.",
		Notice: rapport.Period{From: today, Days: 14, Business: true}, Cure: rapport.Period{Days: 7, MonthEnd: true},
		Considered: []rapport.OweKind{rapport.OweFiles}, LastDay: today.AddDays(40)}
	matter := rapport.ThreatCase{ID: rapport.NewID(), Client: c.ID, Entry: threat.ID, Voiced: threat.On, Told: "a lawyer"}
	owed := rapport.Obligation{ID: rapport.NewID(), Client: c.ID, Side: rapport.Ours, Kind: rapport.OweAccess, What: "keys"}
	promise := rapport.Promise{ID: rapport.NewID(), Client: c.ID, What: "a call", Given: today, By: today.AddDays(1), Minutes: 30}
	run := rapport.Run{ID: rapport.NewID(), Client: c.ID, Guide: "firm_no", Started: today, Touched: today, Step: "words",
		Kept: map[string]string{"calm": "done"}}
	write(t, b, "all", func(tx *Tx) error {
		return firstError(tx.SetClient(c), tx.AddEntry(threat), tx.PutSheet(sheet), tx.AddSurprise(surprise), tx.AddFlag(flag),
			tx.SendLetter(letter), tx.AddEnding(plan), tx.AddThreat(matter), tx.AddObligation(owed), tx.AddPromise(promise), tx.PutRun(run))
	})
	read(t, b, func(tx *Tx) error {
		holdsRecord(t, tx.Client, c.ID, c)
		holdsRecord(t, tx.Sheet, c.ID, &sheet)
		holdsRecord(t, tx.SurprisesOf, c.ID, []rapport.Surprise{surprise})
		holdsRecord(t, tx.Flag, flag.ID, flag)
		holdsRecord(t, tx.FlagsOf, c.ID, []rapport.Flag{flag})
		holdsRecord(t, tx.Letter, letter.ID, letter)
		holdsRecord(t, tx.LettersOf, c.ID, []rapport.Letter{letter})
		holdsRecord(t, tx.Ending, plan.ID, plan)
		holdsRecord(t, tx.OpenEnding, c.ID, &plan)
		holdsRecord(t, tx.EndingsOf, c.ID, []rapport.EndPlan{plan})
		holdsRecord(t, tx.Threat, matter.ID, matter)
		holdsRecord(t, tx.ThreatsOf, c.ID, []rapport.ThreatCase{matter})
		holdsRecord(t, tx.ObligationsOf, c.ID, []rapport.Obligation{owed})
		holdsRecord(t, tx.PromisesOf, c.ID, []rapport.Promise{promise})
		holdsRecord(t, tx.Run, run.ID, run)
		holdsRecord(t, tx.RunsOf, c.ID, []rapport.Run{run})
		return nil
	})
}

// holdsRecord reads something by an identifier and compares it.
func holdsRecord[T any](t *testing.T, read func(rapport.ID) (T, error), id rapport.ID, want T) {
	t.Helper()
	got, err := read(id)
	if err != nil {
		t.Errorf("reading %T: %v", want, err)
	}
	equal(t, "what was read", got, want)
}

func TestWhatIsMissingIsRefusedOrNothing(t *testing.T) {
	b, c := acme(t)
	nobody := rapport.NewID()
	read(t, b, func(tx *Tx) error {
		holdsRecord(t, tx.Sheet, c.ID, nil)
		holdsRecord(t, tx.OpenEnding, c.ID, nil)
		run, err := tx.OpenRun(c.ID, "firm_no")
		if run != nil || err != nil {
			t.Errorf("a guide nobody took up: %v, %v", run, err)
		}
		for _, err := range []error{second(tx.Flag(nobody)), second(tx.Letter(nobody)), second(tx.Run(nobody)),
			second(tx.Ending(nobody)), second(tx.Threat(nobody))} {
			wantProblem(t, err, rapport.ErrNotFound)
		}
		return nil
	})
	gone := draft(c)
	gone.Client = nobody
	for _, change := range []func(*Tx) error{
		func(tx *Tx) error {
			return tx.SetFlag(rapport.Flag{ID: nobody, Client: c.ID, Set: today, Until: today, Reason: "x"})
		},
		func(tx *Tx) error { return tx.SetEnding(rapport.EndPlan{ID: nobody, Client: c.ID, Begun: today}) },
		func(tx *Tx) error {
			return tx.SetThreat(rapport.ThreatCase{ID: nobody, Client: c.ID, Entry: nobody, Voiced: today})
		},
		func(tx *Tx) error {
			return tx.AddThreat(rapport.ThreatCase{ID: nobody, Client: c.ID, Entry: nobody, Voiced: today})
		},
		func(tx *Tx) error { return tx.DropDraft(nobody) },
		func(tx *Tx) error { return tx.PutDraft(gone) },
		func(tx *Tx) error {
			return tx.PutRun(rapport.Run{ID: nobody, Client: nobody, Guide: "x", Started: today, Touched: today})
		},
	} {
		wantProblem(t, raw(t, b, change), rapport.ErrNotFound)
	}
}

func second[T any](_ T, err error) error { return err }

func TestASheetSaidAnewIsTheSameSheet(t *testing.T) {
	b, c := acme(t)
	first := rapport.Sheet{ID: rapport.NewID(), Client: c.ID, Clauses: map[rapport.Clause]string{rapport.ClausePayment: "14 days"}}
	again := rapport.Sheet{ID: rapport.NewID(), Client: c.ID, Clauses: map[rapport.Clause]string{rapport.ClausePayment: "7 days"}, Agreed: today}
	agreed := func() map[rapport.ID]rapport.Date {
		return reading(t, b, func(tx *Tx) (map[rapport.ID]rapport.Date, error) { return tx.AgreedSheets() })
	}
	write(t, b, "sheet", func(tx *Tx) error { return tx.PutSheet(first) })
	equal(t, "agreed while it is a draft", agreed(), map[rapport.ID]rapport.Date{})
	write(t, b, "sheet", func(tx *Tx) error { return tx.PutSheet(again) })
	equal(t, "agreed", agreed(), map[rapport.ID]rapport.Date{c.ID: today})
	again.ID = first.ID
	read(t, b, func(tx *Tx) error { holdsRecord(t, tx.Sheet, c.ID, &again); return nil })
	if _, err := b.Undo(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	read(t, b, func(tx *Tx) error { holdsRecord(t, tx.Sheet, c.ID, &first); return nil })
}

func TestAFlagShowsFromItsDayToItsLastUnlessItIsLifted(t *testing.T) {
	b, c := acme(t)
	flag := rapport.Flag{ID: rapport.NewID(), Client: c.ID, Set: today, Until: today + 10, Reason: "pays late"}
	lifted := rapport.Flag{ID: rapport.NewID(), Client: c.ID, Set: today, Until: today + 10, Reason: "a slip", Lifted: today + 5}
	write(t, b, "flag", func(tx *Tx) error { return firstError(tx.AddFlag(flag), tx.AddFlag(lifted)) })
	for day := today - 2; day < today+13; day++ {
		flying := reading(t, b, func(tx *Tx) ([]rapport.Flag, error) { return tx.FlyingFlags(day) })
		watched := reading(t, b, func(tx *Tx) ([]rapport.Client, error) { return tx.Watched(day) })
		var want []rapport.Flag
		for _, f := range []rapport.Flag{flag, lifted} {
			if f.Flying(day) {
				want = append(want, f)
			}
		}
		equal(t, "on "+day.String(), flying, want)
		if (len(watched) > 0) != (len(want) > 0) {
			t.Errorf("on %s %d flags fly, and %d clients are watched", day, len(want), len(watched))
		}
	}
}

func TestAClientComesBackUnderAnyOfItsAddresses(t *testing.T) {
	b, c := acme(t)
	quiet, ended := client("Quiet"), client("Ended")
	quiet.Reach.Emails, ended.Reach.Emails = nil, []string{"Ada@Example.com"}
	ended.State = rapport.EndedState
	write(t, b, "client.add", func(tx *Tx) error { return firstError(tx.AddClient(quiet), tx.AddClient(ended)) })
	for mail, want := range map[string][]rapport.Client{
		"ada@example.com": {ended}, "BÜRO@example.org": {c}, "nobody@example.org": nil, "": nil,
	} {
		equal(t, mail, reading(t, b, func(tx *Tx) ([]rapport.Client, error) { return tx.FindByMails([]string{mail}) }), want)
	}
	equal(t, "no address", reading(t, b, func(tx *Tx) ([]rapport.Client, error) { return tx.FindByMails(nil) }), []rapport.Client(nil))
	equal(t, "watched", reading(t, b, func(tx *Tx) ([]rapport.Client, error) { return tx.Watched(today) }), []rapport.Client{ended})
}

func TestOneEndingIsUnderWayAtATime(t *testing.T) {
	b, c := acme(t)
	first := rapport.EndPlan{ID: rapport.NewID(), Client: c.ID, Begun: today - 20}
	next := rapport.EndPlan{ID: rapport.NewID(), Client: c.ID, Begun: today}
	write(t, b, "end", func(tx *Tx) error { return tx.AddEnding(first) })
	wantProblem(t, raw(t, b, func(tx *Tx) error { return tx.AddEnding(next) }), rapport.ErrEndingOpen)
	first.Reopened, first.Why = today-3, "we talked"
	write(t, b, "reopen", func(tx *Tx) error { return firstError(tx.SetEnding(first), tx.AddEnding(next)) })
	read(t, b, func(tx *Tx) error {
		holdsRecord(t, tx.EndingsOf, c.ID, []rapport.EndPlan{first, next})
		open, err := tx.OpenEndings()
		equal(t, "under way", open, []rapport.EndPlan{next})
		return err
	})
	first.Reopened, first.Why = 0, ""
	wantProblem(t, raw(t, b, func(tx *Tx) error { return tx.SetEnding(first) }), rapport.ErrEndingOpen)
}

func TestWhatHangsOnAnEntryIsOfItsClient(t *testing.T) {
	b, c := acme(t)
	other := client("Other")
	theirs, ours, praise := entry(other, 3, rapport.Threat), entry(c, 3, rapport.Threat), entry(c, 3, rapport.Praise)
	matter := rapport.ThreatCase{ID: rapport.NewID(), Client: c.ID, Entry: ours.ID, Voiced: ours.On}
	write(t, b, "threat", func(tx *Tx) error {
		return firstError(tx.AddClient(other), tx.AddEntry(theirs), tx.AddEntry(ours), tx.AddEntry(praise), tx.AddThreat(matter))
	})
	stray, strange, tame := matter, matter, matter
	stray.ID, stray.Entry, strange.Entry, tame.Entry = rapport.NewID(), theirs.ID, theirs.ID, praise.ID
	wantProblem(t, raw(t, b, func(tx *Tx) error { return tx.AddThreat(stray) }), rapport.ErrNotFound)
	wantProblem(t, raw(t, b, func(tx *Tx) error { return tx.SetThreat(strange) }), rapport.ErrNotFound)
	wantProblem(t, raw(t, b, func(tx *Tx) error { return tx.SetThreat(tame) }), rapport.ErrKindUnknown)
	wantProblem(t, raw(t, b, func(tx *Tx) error {
		return tx.AddSurprise(rapport.Surprise{ID: rapport.NewID(), Client: c.ID, On: today, Clause: rapport.ClauseReach, Entry: theirs.ID})
	}), rapport.ErrNotFound)
}

func TestAThreatGoesWhereItsEntryGoes(t *testing.T) {
	b, c := acme(t)
	other := client("Other")
	e, praise := entry(c, 3, rapport.Threat), entry(c, 3, rapport.Praise)
	matter := rapport.ThreatCase{ID: rapport.NewID(), Client: c.ID, Entry: e.ID, Voiced: e.On}
	surprise := rapport.Surprise{ID: rapport.NewID(), Client: c.ID, On: e.On, Clause: rapport.ClauseReach, Entry: e.ID}
	write(t, b, "threat", func(tx *Tx) error {
		return firstError(tx.AddClient(other), tx.AddEntry(e), tx.AddEntry(praise), tx.AddThreat(matter), tx.AddSurprise(surprise))
	})
	wantProblem(t, raw(t, b, func(tx *Tx) error {
		return tx.AddThreat(rapport.ThreatCase{ID: rapport.NewID(), Client: c.ID, Entry: praise.ID, Voiced: e.On})
	}), rapport.ErrKindUnknown)

	moved := e
	moved.Client = other.ID
	write(t, b, "entry.edit", func(tx *Tx) error { return tx.SetEntry(moved) })
	matter.Client, surprise.Client = other.ID, other.ID
	read(t, b, func(tx *Tx) error {
		holdsRecord(t, tx.ThreatsOf, c.ID, nil)
		holdsRecord(t, tx.ThreatsOf, other.ID, []rapport.ThreatCase{matter})
		holdsRecord(t, tx.SurprisesOf, other.ID, []rapport.Surprise{surprise})
		return nil
	})
	write(t, b, "trash", func(tx *Tx) error { return tx.TrashEntry(e.ID) })
	read(t, b, func(tx *Tx) error {
		holdsRecord(t, tx.ThreatsOf, other.ID, nil)
		open, err := tx.OpenThreats()
		equal(t, "open threats", open, []rapport.ThreatCase(nil))
		return err
	})
	moved.Kind = rapport.Complaint
	write(t, b, "entry.edit", func(tx *Tx) error { return tx.SetEntry(moved) })
	wantProblem(t, raw(t, b, func(tx *Tx) error { return second(tx.Threat(matter.ID)) }), rapport.ErrNotFound)
	for range 3 {
		if _, err := b.Undo(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	matter.Client = c.ID
	read(t, b, func(tx *Tx) error { holdsRecord(t, tx.ThreatsOf, c.ID, []rapport.ThreatCase{matter}); return nil })
}
