package demo

import "github.com/rapport-desktop/rapport/internal/rapport"

// The clients with whom it goes well, each in its own way.

// storchenwinkel only ever praises.
func storchenwinkel() plot {
	return plot{
		client: rapport.Client{
			Name:  "Stiftung Storchenwinkel für Kinder- und Jugendtheater",
			Reach: rapport.Reach{Emails: []string{"buehne@storchenwinkel.example"}, Phone: "+49 30 23125 044", Language: "de"},
			Terms: rapport.Terms{Currency: "EUR", PaymentDays: 30, NoticeDays: 60}, // by the job, nobody counts hours
		},
		since: 640,
		events: []event{
			{ago: 372, kind: rapport.Praise, note: "poster_all_over_town", channel: rapport.ByMail},
			{ago: 255, kind: rapport.Praise, severity: 2, note: "programme_printed", channel: rapport.ByMail},
			{ago: 141, kind: rapport.Praise, severity: 4, note: "drawing_of_the_fox", channel: rapport.InPerson},
			{ago: 34, kind: rapport.Praise, note: "thanks_from_the_board", channel: rapport.ByMail},
		},
		bills: []bill{
			{ago: 366, amount: 1250, after: -4}, {ago: 250, amount: 780, after: -9},
			{ago: 137, amount: 1250, after: -3},
		},
	}
}

// dreizehnender was hard work a year ago; one limit, and it healed.
func dreizehnender() plot {
	return plot{
		client: rapport.Client{
			Name:  "Bräu zum Dreizehnender",
			Reach: rapport.Reach{Emails: []string{"sud@dreizehnender.example"}, Language: "de"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 80_00, PaymentDays: 14, NoticeDays: 30},
		},
		since: 505,
		events: []event{
			{ago: 421, kind: rapport.Micromanagement, severity: 2, note: "hops_upside_down", channel: rapport.ByPhone, energy: 3},
			{ago: 398, kind: rapport.Complaint, justified: rapport.JustifiedNo, note: "signed_label", channel: rapport.ByPhone, energy: 4},
			{ago: 389, kind: rapport.Boundary, note: "signature_first", channel: rapport.InPerson},
			{ago: 386, kind: rapport.Apology, note: "a_hard_week", channel: rapport.ByPhone},
			{ago: 344, kind: rapport.Cooperation, note: "signs_every_page", channel: rapport.ByMail},
			{ago: 271, kind: rapport.Praise, note: "smoked_beer", channel: rapport.ByMail},
			{ago: 228, kind: rapport.Demand, severity: 1, scope: rapport.ScopeBeyond, note: "beer_mats", channel: rapport.ByMail, minutes: 25},
			{ago: 190, kind: rapport.Cooperation, severity: 2, note: "new_date_fine", channel: rapport.ByMail},
			{ago: 188, kind: rapport.Contact, note: "pays_next_week", channel: rapport.ByPhone},
			{ago: 98, kind: rapport.Praise, note: "crate_at_the_door", channel: rapport.InPerson},
			{ago: 27, kind: rapport.Contact, note: "all_fine", channel: rapport.ByPhone, energy: 1},
		},
		bills: []bill{
			{ago: 430, amount: 1100, after: 16, hours: 15}, {ago: 330, amount: 1450, after: -1, hours: 17},
			{ago: 200, amount: 1300, after: 6, hours: 15}, {ago: 75, amount: 1520, after: -2, hours: 18},
			{ago: 6, amount: 640, open: true, hours: 8},
		},
		choices: []choice{{ago: 390, offered: rapport.Trial, chosen: rapport.Trial, outcome: rapport.Right, judged: 270}},
		way:     way{flags: []flag{{set: 389, until: 5, reason: "signature"}}},
	}
}

// zibetta asks for a great deal, nearly all of it agreed, and was once rightly cross.
func zibetta() plot {
	within := func(ago, severity int, note string) event {
		return event{ago: ago, kind: rapport.Demand, severity: severity, scope: rapport.ScopeIn,
			channel: rapport.ByMail, energy: 1, note: note}
	}
	return plot{
		client: rapport.Client{
			Name:  "Torrefazione Zibetta",
			Reach: rapport.Reach{Emails: []string{"ordini@zibetta.example"}, Language: "en"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 80_00, PaymentDays: 30, NoticeDays: 30},
		},
		since: 410,
		events: []event{
			within(362, 2, "packaging_six_changes"),
			within(290, 1, ""),
			within(171, 2, "new_roast"),
			{ago: 158, kind: rapport.Complaint, justified: rapport.JustifiedYes, note: "wrong_grind", channel: rapport.ByPhone, energy: 3},
			{ago: 157, kind: rapport.OurApology, severity: 2, channel: rapport.ByPhone},
			{ago: 153, kind: rapport.Remedy, note: "reprinted", given: 260, minutes: 150},
			{ago: 149, kind: rapport.Praise, note: "coffee_for_a_month", channel: rapport.ByMail},
			{ago: 120, kind: rapport.Cooperation, severity: 2, note: "new_date_fine", channel: rapport.ByMail},
			{ago: 96, kind: rapport.Demand, severity: 1, scope: rapport.ScopeBeyond, note: "tin_lid", channel: rapport.ByMail, minutes: 20},
			within(52, 1, "fair_stand"),
			{ago: 21, kind: rapport.Praise, severity: 2, note: "thanks_quick", channel: rapport.ByMail},
		},
		bills: []bill{
			{ago: 340, amount: 1700, after: -10, hours: 19}, {ago: 225, amount: 1150, after: -7, hours: 12},
			{ago: 100, amount: 2100, after: -9, hours: 23}, {ago: 15, amount: 1380, open: true, hours: 15},
		},
		choices: []choice{{ago: 156, offered: rapport.Mend, chosen: rapport.ExtraMile, why: "more_than_mend",
			outcome: rapport.Right, judged: 62}},
		duties:   []duty{{side: rapport.Ours, what: "fair_panels", due: 16}},
		promises: []word{{what: "fair_proof", given: 21, by: 6, hours: 9}},
	}
}

// mruczek is as calm as its name: a word a quarter, and paid before the reminder
// could be thought of.
func mruczek() plot {
	return plot{
		client: rapport.Client{
			Name:  "Mruczek Optyka",
			Reach: rapport.Reach{Emails: []string{"biuro@mruczek.example"}, Language: "en"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 75_00, PaymentDays: 14, NoticeDays: 14},
		},
		since: 900,
		events: []event{
			{ago: 333, kind: rapport.Contact, note: "all_fine", channel: rapport.ByPhone, energy: 1},
			{ago: 246, kind: rapport.Cooperation, severity: 2, note: "signed_within_the_hour", channel: rapport.ByMail},
			{ago: 131, kind: rapport.Contact, channel: rapport.ByPhone, energy: 1},
			{ago: 63, kind: rapport.PaymentReceived, note: "paid_before_filed"},
			{ago: 12, kind: rapport.Contact, note: "window_display", channel: rapport.ByMail},
		},
		bills: []bill{
			{ago: 330, amount: 480, after: -12}, {ago: 240, amount: 520, after: -13},
			{ago: 150, amount: 480, after: -12}, {ago: 64, amount: 560, after: -13},
		},
	}
}

// tulpenstorm is three weeks old, and a good beginning.
func tulpenstorm() plot {
	return plot{
		client: rapport.Client{
			Name:  "Tulpenstorm Fietsen",
			Reach: rapport.Reach{Emails: []string{"werkplaats@tulpenstorm.example"}, Language: "nl"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 85_00, PaymentDays: 14, NoticeDays: 14, Country: "NL"},
		},
		since: 23,
		events: []event{
			{ago: 23, kind: rapport.Contact, note: "know_what_they_want", channel: rapport.InPerson, energy: 1},
			{ago: 21, kind: rapport.Expectations, note: "rules_over_coffee", channel: rapport.InPerson},
			{ago: 16, kind: rapport.Cooperation, severity: 2, note: "deposit_same_evening", channel: rapport.ByMail},
		},
		bills: []bill{{ago: 17, amount: 700, after: -13, hours: 8}},
		duties: []duty{
			{side: rapport.Theirs, what: "frame_colours", due: 3},
			{side: rapport.Ours, what: "first_sketches", due: 8},
		},
		way: way{
			people: "tulpenstorm", needs: "tulpenstorm",
			sheet:     &page{agreed: 21, gap: rapport.ClauseNotDone},
			surprises: []surprise{{ago: 9, clause: rapport.ClauseNotDone, what: "jerseys"}},
		},
	}
}
