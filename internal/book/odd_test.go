package book

import (
	"strings"

	"github.com/google/uuid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// oddID is the n-th identifier of what oddWay and oddWriting store.
func oddID(n byte) rapport.ID {
	return uuid.UUID{0x01, 0x98, 0, 0, 0, n, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, n}
}

// oddWay stores what a client of oddSteps may have beside entries and money, in its
// unusual forms.
func oddWay(tx *Tx) error {
	found, err := tx.Clients()
	if err != nil {
		return err
	}
	c := found[0]
	c.About = rapport.About{People: "Işık: decides\r\n\tSöhne: pays", Needs: strings.Repeat("é", rapport.MaxAbout/2)}
	c.Terms.Country, c.Terms.Consumer = "EU", true
	threat := entry(c, 30, rapport.Threat)
	threat.ID = oddID(1)
	full := make(map[rapport.Clause]string)
	for _, clause := range rapport.Clauses() {
		full[clause] = string(clause) + "\n“" + strings.Repeat("x", 40) + "” 👩‍🎨"
	}
	delete(full, rapport.ClauseReach)
	return firstError(
		tx.SetClient(c),
		tx.AddEntry(threat),
		tx.AddThreat(rapport.ThreatCase{ID: oddID(2), Client: c.ID, Entry: threat.ID, Voiced: today.AddDays(-30),
			Acted: today.AddDays(-30), Closed: today, Told: "a lawyer,\nthe police"}),
		tx.PutSheet(rapport.Sheet{ID: oddID(3), Client: c.ID, Clauses: full, Agreed: today, Skipped: rapport.MinDate}),
		tx.AddSurprise(rapport.Surprise{ID: oddID(4), Client: c.ID, On: today, Clause: rapport.ClauseReach, Entry: threat.ID}),
		tx.AddSurprise(rapport.Surprise{ID: oddID(5), Client: c.ID, On: rapport.MinDate, Clause: rapport.ClauseNotDone, What: "=1+1"}),
		tx.AddFlag(rapport.Flag{ID: oddID(6), Client: c.ID, Set: today, Until: today, Lifted: today, Reason: "ödemiyor"}),
		tx.SendLetter(rapport.Letter{ID: oddID(7), Client: c.ID, Kind: "not known yet", Language: "tr", Style: rapport.Formal,
			Subject: "", Body: "Sayın Işık,\r\n\r\n…", Written: today, Held: rapport.MaxDate, Sent: today, Way: rapport.WayPDF}),
		tx.AddEnding(rapport.EndPlan{ID: oddID(8), Client: c.ID, Begun: today.AddDays(-9), Finished: today, Reopened: today, Why: "they’re back"}),
		tx.AddEnding(rapport.EndPlan{ID: oddID(9), Client: c.ID, Begun: today, Story: "line\n\nline", Considered: rapport.OweKinds(),
			Notice: rapport.Period{From: rapport.MaxDate, Days: 3650, Business: true, MonthEnd: true}, LastDay: rapport.MaxDate}),
		tx.AddObligation(rapport.Obligation{ID: oddID(10), Client: c.ID, Side: rapport.Ours, Kind: rapport.OweData, What: "d"}),
		tx.AddPromise(rapport.Promise{ID: oddID(11), Client: c.ID, What: "e", Given: today, By: rapport.MaxDate, Minutes: 527040}))
}

// oddWriting stores drafts and runs, of which no step knows.
func oddWriting(tx *Tx, c rapport.Client) error {
	return firstError(
		tx.PutDraft(rapport.Letter{ID: oddID(12), Client: c.ID, Kind: "boundary", Language: "en", Style: rapport.Friendly, Written: today}),
		tx.PutRun(rapport.Run{ID: oddID(13), Client: c.ID, Guide: "firm_no", Started: today, Touched: today, Done: today}),
		tx.PutRun(rapport.Run{ID: oddID(14), Client: c.ID, Guide: "firm_no", Started: today, Touched: today, Step: "say_it",
			Kept: map[string]string{"calm": "done", "words": "\"Hayır\" <b>\n"}}))
}
