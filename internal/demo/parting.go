package demo

import "github.com/rapport-desktop/rapport/internal/rapport"

// quillfeather is half way out: decided, begun, told. Most of what was owed is done,
// one thing was waived, one is open and one nobody has asked about yet.
func quillfeather() plot {
	return plot{
		client: rapport.Client{
			Name: "Quillfeather Tours", Organisation: "Quillfeather Tours Ltd",
			Reach: rapport.Reach{Emails: []string{"desk@quillfeather.example"}, Phone: "+44 20 7946 0155", Language: "en"},
			Terms: rapport.Terms{Currency: "GBP", HourlyRate: 70_00, PaymentDays: 21, NoticeDays: 30, Country: "UK"},
			State: rapport.Ending,
		},
		since: 402,
		events: []event{
			{ago: 398, kind: rapport.Contact, note: "walking_tours", channel: rapport.ByPhone, energy: 1},
			{ago: 341, kind: rapport.Praise, severity: 2, note: "first_maps", channel: rapport.ByMail},
			{ago: 290, kind: rapport.Demand, severity: 2, scope: rapport.ScopeBeyond, note: "tour_twelve", channel: rapport.ByMail, minutes: 150, energy: 2},
			{ago: 251, kind: rapport.Intrusion, severity: 2, note: "before_seven", channel: rapport.ByPhone, energy: 3},
			{ago: 214, kind: rapport.Complaint, justified: rapport.JustifiedNo, note: "river_wrong_way", channel: rapport.ByPhone, energy: 3},
			{ago: 180, kind: rapport.Expectations, note: "one_page_sent", channel: rapport.ByMail},
			{ago: 152, kind: rapport.Demand, severity: 4, scope: rapport.ScopeBeyond, note: "all_maps_again", channel: rapport.ByPhone, minutes: 260, energy: 3},
			{ago: 130, kind: rapport.Boundary, note: "office_hours", channel: rapport.ByMail},
			{ago: 108, kind: rapport.Disrespect, severity: 4, note: "amateur", channel: rapport.ByMail, energy: 4},
			{ago: 93, kind: rapport.Boundary, note: "second_and_last", channel: rapport.ByMail},
			{ago: 76, kind: rapport.Threat, severity: 2, note: "books_me_again", channel: rapport.ByMail, energy: 3},
			{ago: 71, kind: rapport.Apology, severity: 2, note: "not_meant", channel: rapport.ByMail},
			{ago: 61, kind: rapport.Complaint, justified: rapport.JustifiedNo, note: "fold_wrong", channel: rapport.ByPhone, energy: 3},
			{ago: 44, kind: rapport.Disrespect, note: "old_maps_better", channel: rapport.ByMail, energy: 3},
			{ago: 36, kind: rapport.Reminder, note: "maps_reminder", channel: rapport.ByMail},
			{ago: 25, kind: rapport.Boundary, note: "notice_served", channel: rapport.ByMail},
		},
		bills: []bill{
			{ago: 340, amount: 1650, after: 2, hours: 24}, {ago: 240, amount: 1200, after: 15, hours: 19},
			{ago: 160, amount: 1850, after: 21, hours: 29}, {ago: 88, amount: 2350, open: true, hours: 34},
		},
		duties: []duty{
			{side: rapport.Ours, kind: rapport.OweDeliverable, what: "maps_ten_eleven", due: -15, met: 16},
			{side: rapport.Ours, kind: rapport.OweFiles, what: "map_files", due: -10, met: 11},
			{side: rapport.Ours, kind: rapport.OweAccess, what: "map_server", due: 3},
			{side: rapport.Ours, what: "tour_twelve", due: -5, waived: 9, reason: "never_ordered"},
		},
		choices: []choice{{ago: 28, offered: rapport.End, chosen: rapport.End}},
		way: way{
			people: "quillfeather", needs: "quillfeather",
			threats: []menace{{entry: "books_me_again", closed: 71, told: "colleague"}},
			letters: []letter{{kind: "notice", style: rapport.Formal, sent: 25, by: rapport.WayMail, text: "notice"}},
			ending: &parting{begun: 28, story: "quillfeather", notice: 25, days: 30,
				considered: []rapport.OweKind{rapport.OweDeposit, rapport.OweInvoice}},
		},
	}
}
