package demo

import (
	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// The clients who need a decision.

// krähwinkel ends: the rules were written down, two limits stated, the money asked
// for in vain, and it went on through all of it.
func krähwinkel() plot {
	return plot{
		client: rapport.Client{
			Name: "Krähwinkel Wohnbau", Organisation: "Krähwinkel Wohnbau GmbH & Co. KG",
			Reach: rapport.Reach{Emails: []string{"rabe@kraehwinkel.example"}, Phone: "+49 30 23125 017", Language: "de"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 85_00, PaymentDays: 14, NoticeDays: 28},
		},
		since: 428,
		events: []event{
			{ago: 426, kind: rapport.Contact, note: "twelve_flats", channel: rapport.InPerson, energy: 1},
			{ago: 396, kind: rapport.Praise, severity: 2, note: "first_layouts", channel: rapport.ByMail},
			{ago: 352, kind: rapport.Demand, severity: 2, scope: rapport.ScopeBeyond, minutes: 45, note: "second_cover", energy: 2},
			{ago: 318, kind: rapport.Micromanagement, note: "own_print_file", channel: rapport.ByMail, energy: 3},
			{ago: 296, kind: rapport.Expectations, note: "two_rounds", channel: rapport.ByMail},
			{ago: 268, kind: rapport.Demand, scope: rapport.ScopeBeyond, minutes: 110, note: "third_round", energy: 3},
			{ago: 247, kind: rapport.Complaint, justified: rapport.JustifiedNo, note: "wrong_blue", channel: rapport.ByPhone, energy: 3},
			{ago: 233, kind: rapport.Boundary, note: "limit_by_the_hour", channel: rapport.ByMail},
			{ago: 190, kind: rapport.Disrespect, note: "anyone_could", channel: rapport.InPerson, energy: 4},
			{ago: 141, kind: rapport.Boundary, note: "limit_deposit", channel: rapport.ByMail},
			{ago: 116, kind: rapport.Intrusion, saturday: true, note: "one_comma", channel: rapport.ByPhone, energy: 3},
			{ago: 96, kind: rapport.Demand, severity: 4, scope: rapport.ScopeBeyond, minutes: 240, note: "floor_plans", energy: 3},
			{ago: 73, kind: rapport.Complaint, justified: rapport.JustifiedNo, note: "slow_sales", channel: rapport.ByPhone, energy: 2},
			{ago: 38, kind: rapport.Reminder, note: "first_reminder", channel: rapport.ByMail},
			{ago: 29, kind: rapport.Silence, note: "printer_waits"},
			{ago: 24, kind: rapport.BrokenPromise, note: "on_its_way", channel: rapport.ByPhone, energy: 2},
			{ago: 20, kind: rapport.Escalation, note: "registered_letter"},
			{ago: 11, kind: rapport.Disrespect, severity: 4, note: "be_glad", channel: rapport.ByMail, energy: 3},
			{ago: 5, kind: rapport.NonPayment, note: "not_a_word"},
		},
		bills: []bill{
			{ago: 390, amount: 1800, after: -1, hours: 26}, {ago: 300, amount: 2650, after: 9, hours: 43},
			{ago: 210, amount: 1420, after: 23, hours: 24}, {ago: 128, amount: 460, open: true, disputed: true, hours: 6},
			{ago: 66, amount: 3910, open: true, hours: 52},
		},
		duties: []duty{
			{side: rapport.Ours, what: "source_files", due: 6},
			{side: rapport.Ours, what: "site_sign", due: -150, met: 155},
		},
		choices: []choice{{ago: 87, offered: rapport.End, chosen: rapport.Trial, why: "with_a_deposit"}},
		way: way{
			people: "kraehwinkel", needs: "kraehwinkel", angry: "not_a_word",
			letters: []letter{
				{kind: "demand", style: rapport.Formal, sent: 20, by: rapport.WayPDF, text: "demand"},
				{kind: "boundary", style: rapport.Formal, text: "angry"},
			},
			surprises: []surprise{{ago: 247, clause: rapport.ClauseRevisions, what: "rounds", entry: "wrong_blue"}},
		},
	}
}

// ikiMartı deserves the extra mile: a year of ease, then a fire, then the friction.
// Nobody has said yet whether the last complaint was fair.
func ikiMartı() plot {
	return plot{
		client: rapport.Client{
			Name:  "İki Martı Balıkevi",
			Reach: rapport.Reach{Emails: []string{"feride@ikimarti.example"}, Language: "tr"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 75_00, PaymentDays: 14, NoticeDays: 14},
		},
		since: 790,
		events: []event{
			{ago: 421, kind: rapport.Contact, channel: rapport.InPerson, energy: 1},
			{ago: 402, kind: rapport.Praise, note: "menu_taken_home", channel: rapport.ByPhone},
			{ago: 371, kind: rapport.Demand, severity: 1, scope: rapport.ScopeIn, note: "terrace_poster"},
			{ago: 352, kind: rapport.Praise, severity: 2, note: "box_of_anchovies", channel: rapport.InPerson},
			{ago: 318, kind: rapport.Contact, note: "all_fine", channel: rapport.ByPhone, energy: 1},
			{ago: 271, kind: rapport.Cooperation, note: "shorter_leaflet", channel: rapport.ByMail},
			{ago: 214, kind: rapport.Praise, severity: 2, note: "thanks_quick", channel: rapport.ByMail},
			{ago: 176, kind: rapport.Contact, note: "all_fine", channel: rapport.ByPhone, energy: 1},
			{ago: 129, kind: rapport.Praise, note: "full_every_evening", channel: rapport.InPerson},
			{ago: 88, kind: rapport.Cooperation, severity: 2, note: "new_date_fine", channel: rapport.ByMail},
			{ago: 52, kind: rapport.Hardship, severity: 4, note: "kitchen_fire", channel: rapport.ByPhone, lookAgain: 5},
			{ago: 47, kind: rapport.Demand, severity: 4, scope: rapport.ScopeIn, note: "banner_tomorrow", channel: rapport.ByPhone, energy: 1},
			{ago: 39, kind: rapport.Indecision, note: "reopening_moves", channel: rapport.ByMail, minutes: 40},
			{ago: 32, kind: rapport.Silence, note: "leaflet_waits"},
			{ago: 28, kind: rapport.Disrespect, severity: 2, note: "sharp_words", channel: rapport.ByMail, energy: 2},
			{ago: 25, kind: rapport.Intrusion, note: "night_call", channel: rapport.ByPhone, energy: 2},
			{ago: 23, kind: rapport.Apology, note: "all_too_much", channel: rapport.ByChat},
			{ago: 16, kind: rapport.Indecision, note: "reopening_again", channel: rapport.ByMail, minutes: 35},
			{ago: 9, kind: rapport.Complaint, note: "express_rate", channel: rapport.ByMail},
		},
		bills: []bill{
			{ago: 405, amount: 1150, after: -6, hours: 15}, {ago: 318, amount: 860, after: -3, hours: 11},
			{ago: 236, amount: 2240, after: -5, hours: 30}, {ago: 140, amount: 990, after: -2, hours: 13},
			{ago: 26, amount: 1240, after: -4, open: true, part: 400, hours: 17},
		},
		duties: []duty{
			{side: rapport.Ours, what: "reopening_leaflet", due: 9},
			{side: rapport.Theirs, what: "reopening_date", due: 4},
		},
		way: way{people: "iki_marti", needs: "iki_marti"},
	}
}

// vlinderkade is ours to mend: good clients, and we were late and careless.
func vlinderkade() plot {
	return plot{
		client: rapport.Client{
			Name:  "Vlinderkade Fysiotherapie",
			Reach: rapport.Reach{Emails: []string{"joost@vlinderkade.example"}, Language: "nl"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 80_00, PaymentDays: 30, NoticeDays: 30, Country: "NL"},
		},
		since: 265,
		events: []event{
			{ago: 262, kind: rapport.Contact, note: "second_practice", channel: rapport.InPerson, energy: 1},
			{ago: 221, kind: rapport.Praise, note: "appointment_cards", channel: rapport.ByMail},
			{ago: 168, kind: rapport.Contact, note: "all_fine", channel: rapport.ByPhone},
			{ago: 117, kind: rapport.Cooperation, severity: 2, note: "new_date_fine", channel: rapport.ByMail},
			{ago: 47, kind: rapport.OurMistake, severity: 4, note: "signs_nine_days_late"},
			{ago: 45, kind: rapport.Complaint, justified: rapport.JustifiedYes, note: "no_sign_on_the_door", channel: rapport.ByPhone, energy: 2},
			{ago: 44, kind: rapport.OurApology, note: "said_sorry", channel: rapport.ByPhone},
			{ago: 33, kind: rapport.Complaint, severity: 2, justified: rapport.JustifiedYes, note: "opening_hours", channel: rapport.ByMail},
			{ago: 25, kind: rapport.Complaint, severity: 2, justified: rapport.JustifiedPartly, note: "wrong_bell", channel: rapport.ByMail, minutes: 30},
			{ago: 13, kind: rapport.Complaint, justified: rapport.JustifiedYes, note: "contact_form", channel: rapport.ByPhone, energy: 1},
			{ago: 9, kind: rapport.Contact, note: "date_that_holds", channel: rapport.ByPhone},
		},
		bills: []bill{
			{ago: 220, amount: 1980, after: -8, hours: 24}, {ago: 120, amount: 2430, after: -11, hours: 31},
			{ago: 19, amount: 1650, open: true, hours: 22},
		},
		duties: []duty{
			{side: rapport.Ours, what: "second_sign", due: 3},
			{side: rapport.Ours, what: "repair_form", due: 1},
			{side: rapport.Ours, what: "lost_requests", due: 5},
		},
		promises: []word{
			{what: "door_sign", given: 75, by: -56, broken: 47},
			{what: "call_with_date", given: 13, by: -9, kept: 9},
			{what: "second_sign", given: 9, by: 3, hours: 5},
			{what: "form_tested", given: 9, by: 1, hours: 2},
		},
		said: []saying{{ago: 24, question: assess.AskWasItFair, given: "partly", about: "wrong_bell"}},
		way: way{
			people: "vlinderkade", needs: "vlinderkade",
			letters:   []letter{{kind: "apology", style: rapport.Friendly, sent: 44, by: rapport.WayMail, text: "apology"}},
			surprises: []surprise{{ago: 45, clause: rapport.ClauseByWhen, what: "ready_today", entry: "no_sign_on_the_door"}},
		},
	}
}
