package demo

import "github.com/rapport-desktop/rapport/internal/rapport"

// The clients to keep an eye on.

// puddlewick is on trial: a habit of weekends and second guesses, then a limit
// said plainly, and since then hardly a ripple. The day to look again has come.
func puddlewick() plot {
	return plot{
		client: rapport.Client{
			Name: "Puddlewick & Crane", Organisation: "Puddlewick & Crane Garden Tools Ltd",
			Reach: rapport.Reach{Emails: []string{"crane@puddlewick.example"}, Phone: "+44 20 7946 0182", Language: "en"},
			Terms: rapport.Terms{Currency: "GBP", HourlyRate: 70_00, PaymentDays: 21, NoticeDays: 30, Country: "UK"},
		},
		since: 312,
		events: []event{
			{ago: 309, kind: rapport.Contact, note: "tool_catalogue", channel: rapport.ByPhone, energy: 1},
			{ago: 262, kind: rapport.Praise, severity: 2, note: "first_spread", channel: rapport.ByMail},
			{ago: 214, kind: rapport.Intrusion, saturday: true, note: "thirty_pictures", channel: rapport.ByMail, energy: 3},
			{ago: 187, kind: rapport.Micromanagement, note: "nephews_font", channel: rapport.ByMail, energy: 2},
			{ago: 151, kind: rapport.Intrusion, saturday: true, note: "question_marks", channel: rapport.ByChat, energy: 3},
			{ago: 128, kind: rapport.Indecision, note: "chapters_move", channel: rapport.ByMail, minutes: 60},
			{ago: 101, kind: rapport.Demand, scope: rapport.ScopeBeyond, note: "eight_more_pages", channel: rapport.ByMail, minutes: 90, energy: 2},
			{ago: 60, kind: rapport.Intrusion, severity: 2, saturday: true, note: "saturday_breakfast", channel: rapport.ByPhone, energy: 2},
			{ago: 54, kind: rapport.Micromanagement, severity: 2, note: "over_the_shoulder", channel: rapport.ByPhone, energy: 1},
			{ago: 43, kind: rapport.Complaint, severity: 2, justified: rapport.JustifiedNo, note: "too_slow_he_says", channel: rapport.ByMail},
			{ago: 36, kind: rapport.Intrusion, severity: 2, saturday: true, note: "saturday_again", channel: rapport.ByPhone, energy: 2},
			{ago: 31, kind: rapport.Boundary, note: "one_list_a_week", channel: rapport.ByMail},
			{ago: 26, kind: rapport.Cooperation, note: "fair_enough", channel: rapport.ByMail},
			{ago: 10, kind: rapport.Intrusion, severity: 1, saturday: true, note: "two_minutes", channel: rapport.ByPhone},
		},
		bills: []bill{
			{ago: 240, amount: 1400, after: -1, hours: 21}, {ago: 170, amount: 1400, after: -1, hours: 24},
			{ago: 95, amount: 1850, after: -2, hours: 30}, {ago: 12, amount: 1400, open: true, hours: 23},
		},
		duties: []duty{
			{side: rapport.Theirs, what: "weekly_list", due: 2},
			{side: rapport.Ours, what: "second_proof", due: 5},
		},
		choices: []choice{{ago: 32, offered: rapport.Trial, chosen: rapport.Trial}},
	}
}

// marchevent is worth another price: never a rude word, never inside the quote.
// Three months ago the studio decided to say nothing, which is to be looked back on.
func marchevent() plot {
	beyond := func(ago, minutes, severity int, note string) event {
		return event{ago: ago, kind: rapport.Demand, severity: severity, scope: rapport.ScopeBeyond,
			channel: rapport.ByMail, minutes: minutes, note: note}
	}
	return plot{
		client: rapport.Client{
			Name: "Maison Marchevent", Organisation: "Marchevent Savons et Fils",
			Reach:  rapport.Reach{Emails: []string{"odile@marchevent.example"}, Language: "en"},
			Terms:  rapport.Terms{Currency: "EUR", HourlyRate: 80_00, PaymentDays: 30, NoticeDays: 30},
			Limits: rapport.Limits{Minutes: 150},
		},
		since: 383,
		events: []event{
			{ago: 380, kind: rapport.Contact, note: "soap_labels", channel: rapport.ByPhone, energy: 1},
			{ago: 338, kind: rapport.Praise, note: "soap_in_the_post", channel: rapport.ByMail},
			beyond(229, 45, 1, "three_more_labels"),
			beyond(181, 60, 2, "gift_cards"),
			{ago: 163, kind: rapport.Praise, severity: 2, note: "thanks_quick", channel: rapport.ByMail},
			beyond(124, 75, 3, "labels_in_spanish"),
			beyond(99, 50, 3, "ribbon"),
			{ago: 88, kind: rapport.Praise, note: "warm_thanks", channel: rapport.ByMail},
			beyond(61, 90, 2, "cut_out_photographs"),
			beyond(43, 40, 1, "price_list"),
			{ago: 36, kind: rapport.Cooperation, severity: 2, note: "waits_gladly", channel: rapport.ByMail},
			beyond(24, 85, 2, "shop_window"),
			beyond(14, 55, 1, "one_tiny_thing"),
			beyond(4, 40, 1, "while_you_are_at_it"),
		},
		bills: []bill{
			{ago: 330, amount: 1600, after: -14, hours: 20}, {ago: 225, amount: 900, after: -12, hours: 15},
			{ago: 110, amount: 900, after: -5, hours: 17}, {ago: 20, amount: 900, open: true, hours: 18},
		},
		duties: []duty{
			{side: rapport.Ours, what: "new_quote", due: 7},
			{side: rapport.Theirs, what: "final_texts", due: 12},
		},
		choices: []choice{{ago: 95, offered: rapport.Renegotiate, chosen: rapport.Keep, why: "too_kind"}},
		way:     way{surprises: []surprise{{ago: 99, clause: rapport.ClauseNotDone, what: "ribbon_included", entry: "ribbon"}}},
	}
}

// fjordmoos is nobody's guess yet: one sharp mail and nothing before it.
func fjordmoos() plot {
	return plot{
		client: rapport.Client{
			Name:  "Fjordmoos Naturkosmetik",
			Reach: rapport.Reach{Emails: []string{"hallo@fjordmoos.example"}, Language: "de"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 85_00, PaymentDays: 14, NoticeDays: 14},
		},
		since: 18,
		events: []event{
			{ago: 8, kind: rapport.Contact, note: "sharp_mail", channel: rapport.ByMail, energy: 2},
		},
		way: way{sheet: &page{skipped: 16}},
	}
}
