package practice_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// story fills a client's record with something of everything.
func (o *office) story(name string) rapport.Client {
	o.t.Helper()
	ctx, acme := o.t.Context(), o.client(name)
	for _, e := range []rapport.Entry{
		{On: o.today.AddDays(-30), Kind: rapport.Demand, Note: "a fourth\tversion\n\"for free\""},
		{On: o.today.AddDays(-20), Kind: rapport.Threat, Note: "a bad review", Cost: rapport.Cost{Energy: rapport.Rated(5), Anger: rapport.Rated(3)}},
		{On: o.today.AddDays(-10), Kind: rapport.Remedy, Cost: rapport.Cost{Given: 50_00, Minutes: 30}},
		{On: o.today.AddDays(-5), Kind: rapport.Note, Note: "I cannot stand them"},
	} {
		e.Client, e.Severity = acme.ID, 3
		logged, err := o.Log(ctx, e)
		o.must(err)
		if e.Kind == rapport.Threat {
			_, err := o.TrackThreat(ctx, rapport.ThreatCase{Client: acme.ID, Entry: logged.ID, Told: "Ada"})
			o.must(err)
		}
	}
	v := o.invoice(acme, "2026-1", -3)
	o.must(o.Pay(ctx, v.ID, rapport.Payment{On: o.today.AddDays(-1), Amount: 200_00}))
	for _, side := range []rapport.Side{rapport.Ours, rapport.Theirs} {
		_, err := o.Owe(ctx, rapport.Obligation{Client: acme.ID, Side: side, What: string(side) + " to do", Due: o.today.AddDays(9)})
		o.must(err)
	}
	owed, err := o.Owe(ctx, rapport.Obligation{Client: acme.ID, Side: rapport.Ours, What: "a print"})
	o.must(err)
	o.must(o.Waive(ctx, owed.ID, "they printed it"))
	o.must(o.KeepPromise(ctx, o.promise(acme, "a call", 2, 0).ID))
	o.must(o.SetSheet(ctx, rapport.Sheet{Client: acme.ID, Agreed: o.today.AddDays(-40), Clauses: map[rapport.Clause]string{rapport.ClauseReach: "By mail."}}))
	o.must(o.SendLetter(ctx, o.draft(acme, "boundary").ID, rapport.WayMail, false))
	o.draft(acme, "thanks")
	_, err = o.SetFlag(ctx, rapport.Flag{Client: acme.ID, Until: o.today.AddDays(90), Reason: "never again"})
	o.must(err)
	_, err = o.Decide(ctx, rapport.Decision{Client: acme.ID, Chosen: rapport.End, Why: "they are impossible"})
	o.must(err)
	_, err = o.StartEnding(ctx, rapport.EndPlan{Client: acme.ID, Story: "Their side.", Notice: rapport.Period{From: o.today, Days: 14}})
	o.must(err)
	return acme
}

func TestADossierHoldsTheFactsInTheirOrderAndNothingElse(t *testing.T) {
	o := open(t)
	acme := o.story("Acme")
	d, err := o.Dossier(t.Context(), acme.ID)
	o.must(err)
	type line struct {
		Ago    int
		Code   rapport.FactCode
		Kind   rapport.Kind
		What   string
		Amount int64
	}
	var got []line
	for _, f := range d.Facts {
		got = append(got, line{o.today.DaysSince(f.On), f.Code, f.Kind, f.What, f.Amount.Minor})
		if f.ID == (rapport.ID{}) {
			t.Errorf("%+v is of no record", f)
		}
	}
	want := []line{
		{40, rapport.FactSheet, "", "By mail.", 0},
		{40, rapport.FactEntry, rapport.Expectations, "", 0},
		{30, rapport.FactEntry, rapport.Demand, "a fourth\tversion\n\"for free\"", 0},
		{20, rapport.FactEntry, rapport.Threat, "a bad review", 0},
		{20, rapport.FactThreat, "", "Ada", 0},
		{17, rapport.FactInvoice, "", "", 1200_00},
		{10, rapport.FactEntry, rapport.Remedy, "", 50_00},
		{1, rapport.FactPayment, "", "", 200_00},
		{0, rapport.FactEntry, rapport.Contact, "a call", 0},
		{0, rapport.FactEntry, rapport.Boundary, "Our project", 0},
		{0, rapport.FactPromise, "", "a call", 0},
		{0, rapport.FactKept, "", "a call", 0},
		{0, rapport.FactOurs, "", "ours to do", 0},
		{0, rapport.FactTheirs, "", "theirs to do", 0},
		{0, rapport.FactWaived, "", "a print: they printed it", 0},
		{0, rapport.FactLetter, "", "Our project\n\nThank you for the time you took yesterday.", 0},
		{0, rapport.FactEndBegun, "", "", 0},
		{0, rapport.FactNotice, "", "", 0},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, f := range d.Facts {
		for _, never := range []string{"cannot stand", "impossible", "never again", "Their side"} {
			if strings.Contains(f.Line(), never) {
				t.Errorf("a dossier says %q", f.Line())
			}
		}
	}
	if d.On != o.today || d.Client.ID != acme.ID || d.Broken() >= 0 {
		t.Errorf("of %s, broken at %d", d.On, d.Broken())
	}
}

func TestADossierThatWasChangedShows(t *testing.T) {
	o := open(t)
	acme := o.story("Acme")
	fresh := func() rapport.Dossier {
		d, err := o.Dossier(t.Context(), acme.ID)
		o.must(err)
		return d
	}
	for name, c := range map[string]struct {
		change func(*rapport.Dossier)
		at     int
	}{
		"a word":        {func(d *rapport.Dossier) { d.Facts[3].What = "a worse review" }, 3},
		"a day":         {func(d *rapport.Dossier) { d.Facts[3].On-- }, 3},
		"an amount":     {func(d *rapport.Dossier) { d.Facts[5].Amount.Minor++ }, 5},
		"a fact more":   {func(d *rapport.Dossier) { d.Facts = append(d.Facts, d.Facts[0]) }, 18},
		"a fact less":   {func(d *rapport.Dossier) { d.Facts = append(d.Facts[:4:4], d.Facts[5:]...) }, 4},
		"another order": {func(d *rapport.Dossier) { d.Facts[1], d.Facts[2] = d.Facts[2], d.Facts[1] }, 1},
		"nothing":       {func(*rapport.Dossier) {}, -1},
	} {
		d := fresh()
		c.change(&d)
		if got := d.Broken(); got != c.at {
			t.Errorf("%s changed: broken at %d, want %d", name, got, c.at)
		}
	}
	a, b := fresh(), fresh()
	if diff := cmp.Diff(a, b, everything); diff != "" {
		t.Errorf("drawn up twice, it differs: %s", diff)
	}
}
