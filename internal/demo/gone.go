package demo

import "github.com/rapport-desktop/rapport/internal/rapport"

// hopplahopp is over: told twice, heard not once, and let go politely. It is out of
// sight, and still says something of the practice.
func hopplahopp() plot {
	return plot{
		client: rapport.Client{
			Name:  "Hopplahopp Ballonwelt",
			Reach: rapport.Reach{Emails: []string{"luft@hopplahopp.example"}, Language: "de"},
			Terms: rapport.Terms{Currency: "EUR", HourlyRate: 75_00, PaymentDays: 14, NoticeDays: 14},
			State: rapport.EndedState, Archived: true,
		},
		since: 560,
		events: []event{
			{ago: 556, kind: rapport.Contact, note: "balloon_van", channel: rapport.InPerson, energy: 1},
			{ago: 498, kind: rapport.Praise, severity: 2, note: "van_on_the_road", channel: rapport.ByMail},
			{ago: 402, kind: rapport.Demand, severity: 2, scope: rapport.ScopeBeyond, note: "van_again", channel: rapport.ByChat, minutes: 120, energy: 2},
			{ago: 371, kind: rapport.Intrusion, severity: 2, note: "voice_messages", channel: rapport.ByChat, energy: 3},
			{ago: 352, kind: rapport.Cooperation, severity: 2, note: "new_date_fine", channel: rapport.ByMail},
			{ago: 338, kind: rapport.Complaint, justified: rapport.JustifiedNo, note: "wrong_red", channel: rapport.ByPhone, energy: 3},
			{ago: 282, kind: rapport.Demand, severity: 4, scope: rapport.ScopeBeyond, note: "opening_tomorrow", channel: rapport.ByPhone, minutes: 210, energy: 3},
			{ago: 255, kind: rapport.Intrusion, note: "rules_for_others", channel: rapport.ByPhone, energy: 4},
			{ago: 238, kind: rapport.Expectations, note: "after_sign_off", channel: rapport.ByMail},
			{ago: 222, kind: rapport.Boundary, note: "weekdays_only", channel: rapport.ByMail},
			{ago: 213, kind: rapport.Disrespect, severity: 4, note: "before_his_staff", channel: rapport.InPerson, energy: 4},
			{ago: 204, kind: rapport.Boundary, note: "last_word", channel: rapport.ByMail},
			{ago: 187, kind: rapport.Complaint, justified: rapport.JustifiedNo, note: "balloons_too_round", channel: rapport.ByPhone, energy: 3},
			{ago: 176, kind: rapport.Disrespect, note: "find_somebody_cheaper", channel: rapport.ByMail, energy: 3},
			{ago: 141, kind: rapport.Ended, note: "short_letter", channel: rapport.ByMail},
		},
		bills: []bill{
			{ago: 500, amount: 1400, after: 4, hours: 18}, {ago: 390, amount: 900, after: 19, hours: 16},
			{ago: 270, amount: 1100, after: 8, hours: 20}, {ago: 150, amount: 620, after: 11, hours: 10},
		},
		choices: []choice{
			{ago: 278, offered: rapport.Trial, chosen: rapport.Keep, why: "charming", outcome: rapport.Wrong, judged: 171},
			{ago: 170, offered: rapport.End, chosen: rapport.End, outcome: rapport.Right, judged: 62},
		},
		way: way{flags: []flag{{set: 141, until: 584, reason: "balloons"}}},
	}
}
