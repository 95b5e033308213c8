package demo

import "github.com/rapport-desktop/rapport/internal/rapport"

// archetype is a way an engagement goes. What the assessment makes of a story
// drawn from it is the assessment's business: the mix only sees to it that a
// large practice holds something of everything.
type archetype struct {
	likely  rapport.Verdict // what such a story mostly comes to
	share   int             // clients of a hundred
	trouble float64         // share of the entries that come from hard times
	window  int             // length of the hard times in days before today; 0 means all along
	harsh   float64         // chance that trouble is a grade sharper than usual
	calm    mix             // what happens otherwise
	hard    mix             // what happens in hard times
	begins  rapport.Kind    // what the hard times begin with, if anything
	late    float64         // chance that an invoice is paid after its due day
	unpaid  float64         // chance that one of the last quarter is still open
}

// mix is a choice of deeds by weight. One slice rather than a map, for the same
// seed must give the same story.
type mix []deed

// deed is what an entry says beside its day.
type deed struct {
	weight    int
	kind      rapport.Kind
	justified rapport.Justified
	scope     rapport.Scope
}

// peace is what happens while all is well.
var peace = mix{
	{weight: 50, kind: rapport.Contact},
	{weight: 14, kind: rapport.Praise},
	{weight: 12, kind: rapport.Note},
	{weight: 9, kind: rapport.Cooperation},
	{weight: 6, kind: rapport.PaymentReceived},
	{weight: 5, kind: rapport.Demand, scope: rapport.ScopeIn},
	{weight: 4, kind: rapport.Remedy},
}

// archetypes, the frequent ones first. The shares sum to a hundred.
var archetypes = []archetype{
	{
		likely: rapport.Keep, share: 62, trouble: 0.006, late: 0.08, unpaid: 0.01, calm: peace,
		hard: mix{
			{weight: 3, kind: rapport.Demand, scope: rapport.ScopeBeyond},
			{weight: 2, kind: rapport.Complaint, justified: rapport.JustifiedYes},
			{weight: 2, kind: rapport.Intrusion},
		},
	},
	{
		likely: rapport.Mend, share: 9, trouble: 0.15, window: 90, late: 0.1, unpaid: 0.05, calm: peace,
		begins: rapport.OurMistake,
		hard: mix{
			{weight: 6, kind: rapport.Complaint, justified: rapport.JustifiedYes},
			{weight: 3, kind: rapport.Complaint, justified: rapport.JustifiedPartly},
			{weight: 3, kind: rapport.OurMistake},
			{weight: 1, kind: rapport.Praise},
		},
	},
	{
		likely: rapport.ExtraMile, share: 8, trouble: 0.12, window: 60, late: 0.15, unpaid: 0.2, calm: peace,
		begins: rapport.Hardship,
		hard: mix{
			{weight: 4, kind: rapport.Indecision},
			{weight: 3, kind: rapport.Silence},
			{weight: 2, kind: rapport.Complaint, justified: rapport.JustifiedNo},
			{weight: 3, kind: rapport.Apology},
			{weight: 1, kind: rapport.Intrusion},
		},
	},
	{
		likely: rapport.Renegotiate, share: 8, trouble: 0.2, window: 300, late: 0.1, unpaid: 0.05, calm: peace,
		hard: mix{
			{weight: 8, kind: rapport.Demand, scope: rapport.ScopeBeyond},
			{weight: 3, kind: rapport.Praise},
			{weight: 2, kind: rapport.Cooperation},
			{weight: 1, kind: rapport.Intrusion},
		},
	},
	{
		likely: rapport.Trial, share: 6, trouble: 0.5, late: 0.25, unpaid: 0.1, calm: peace,
		hard: mix{
			{weight: 5, kind: rapport.Intrusion},
			{weight: 4, kind: rapport.Micromanagement},
			{weight: 3, kind: rapport.Demand, scope: rapport.ScopeBeyond},
			{weight: 3, kind: rapport.Indecision},
			{weight: 2, kind: rapport.Complaint, justified: rapport.JustifiedNo},
			{weight: 1, kind: rapport.Complaint, justified: rapport.JustifiedUnsure},
		},
	},
	{
		likely: rapport.End, share: 5, trouble: 0.7, harsh: 0.3, late: 0.5, unpaid: 0.5, calm: peace,
		hard: mix{
			{weight: 15, kind: rapport.Demand, scope: rapport.ScopeBeyond},
			{weight: 15, kind: rapport.Complaint, justified: rapport.JustifiedNo},
			{weight: 12, kind: rapport.Disrespect},
			{weight: 9, kind: rapport.BrokenPromise},
			{weight: 9, kind: rapport.Intrusion},
			{weight: 6, kind: rapport.Boundary},
			{weight: 6, kind: rapport.Reminder},
			{weight: 6, kind: rapport.Silence},
			{weight: 3, kind: rapport.Expectations},
			{weight: 3, kind: rapport.Escalation},
			{weight: 3, kind: rapport.PublicCriticism},
			{weight: 1, kind: rapport.Threat},
		},
	},
	{likely: rapport.Unclear, share: 2, calm: mix{{weight: 3, kind: rapport.Contact}, {weight: 1, kind: rapport.Note}}},
}

// phrases are the notes of a large practice, by kind: those of the sample that
// could have been written about anybody. A kind without any has no notes.
var phrases = map[rapport.Kind][]string{
	rapport.Contact:         {"all_fine", "window_display", "second_practice", "soap_labels"},
	rapport.Demand:          {"packaging_six_changes", "gift_cards", "price_list", "three_more_labels", "second_cover"},
	rapport.Praise:          {"thanks_quick", "warm_thanks", "poster_all_over_town", "programme_printed"},
	rapport.Cooperation:     {"new_date_fine", "signed_within_the_hour", "waits_gladly", "shorter_leaflet"},
	rapport.PaymentReceived: {"paid_before_filed", "deposit_same_evening"},
	rapport.Remedy:          {"reprinted"},
	rapport.Indecision:      {"chapters_move", "reopening_moves"},
	rapport.Complaint:       {"slow_sales", "opening_hours", "express_rate", "contact_form"},
	rapport.Intrusion:       {"night_call", "one_comma"},
	rapport.Micromanagement: {"own_print_file", "over_the_shoulder", "hops_upside_down"},
	rapport.Disrespect:      {"anyone_could", "sharp_words"},
	rapport.BrokenPromise:   {"on_its_way"},
	rapport.Boundary:        {"limit_by_the_hour", "limit_deposit", "one_list_a_week"},
	rapport.Expectations:    {"two_rounds", "rules_over_coffee"},
	rapport.Reminder:        {"first_reminder"},
	rapport.Escalation:      {"registered_letter"},
	rapport.Silence:         {"printer_waits", "leaflet_waits"},
	rapport.Hardship:        {"kitchen_fire"},
	rapport.Apology:         {"a_hard_week", "all_too_much"},
	rapport.OurMistake:      {"signs_nine_days_late", "wrong_grind"},
}
