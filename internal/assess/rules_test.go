package assess

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// tale makes a history of lines "days ago, kind, severity", separated by commas;
// the kind may be qualified as in demand:beyond or complaint:no.
func tale(t testing.TB, lines string) History {
	t.Helper()
	var h History
	for i, line := range strings.Split(lines, ",") {
		var ago, severity int
		var word string
		if _, err := fmt.Sscan(line, &ago, &word, &severity); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		kind, qualifier, _ := strings.Cut(word, ":")
		e := rapport.Entry{ID: testID(i + 1), On: today.AddDays(-ago), Kind: rapport.Kind(kind), Severity: severity}
		if e.Kind == rapport.Complaint {
			e.Justified = rapport.Justified(qualifier)
		} else {
			e.Scope = rapport.Scope(qualifier)
		}
		if err := e.Check(today); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		h.Entries = append(h.Entries, e)
	}
	return h
}

// vignettes isolate one idea each.
var vignettes = []struct {
	name    string
	tale    string
	verdict rapport.Verdict
	rule    string
	next    string
}{
	{"a grave threat is a matter of safety", "200 praise 4, 3 threat 4", rapport.Safety, RuleThreat, NextGetSupport},
	{"notes alone say nothing", "20 note 3, 3 contact 3", rapport.Unclear, RuleNothingRecorded, NextRecord},
	{"one thing went wrong and nothing else is known", "1 indecision 3", rapport.Unclear, RuleFirstSign, NextRecord},
	{"abuse of the gravest kind needs no warning", "90 praise 3, 1 disrespect 5", rapport.End, RuleGraveAbuse, NextEnd},
	{"taken back in earnest, it is something to talk about", "90 praise 3, 3 disrespect 5, 1 apology 3",
		rapport.Renegotiate, RuleSharpIncident, NextTalk},
	{"taken back as earnestly as it was bad, it is a bad day", "90 praise 3, 3 disrespect 5, 1 apology 4",
		rapport.ExtraMile, RuleStruggling, NextOfferHelp},
	{"refused and asked in vain", "60 late_payment 3, 30 reminder 3, 10 non_payment 4", rapport.End, RuleUnpaidInVain, NextEnd},
	{"refused outright", "60 payment 3, 20 intrusion 3, 2 non_payment 5", rapport.End, RuleRefused, NextEnd},
	{"refused and fell silent", "60 late_payment 3, 20 non_payment 4, 5 silence 4", rapport.End, RuleRefused, NextEnd},
	{"late again and again, then refused", "60 late_payment 3, 30 late_payment 3, 10 non_payment 3", rapport.End, RuleRefused, NextEnd},
	{"refused amid much else", "60 demand:beyond 3, 30 disrespect 3, 10 non_payment 4", rapport.End, RuleRefused, NextEnd},
	{"refused mildly and nobody asked", "60 demand:beyond 3, 30 late_payment 3, 10 non_payment 3", rapport.Trial, RulePatternUntold, NextAskPayment},
	{"asked, and broke their word twice", "60 late_payment 3, 50 reminder 3, 30 broken_promise 3, 10 broken_promise 3", rapport.End, RuleUnpaidInVain, NextEnd},
	{"refused, and only one thing before", "30 intrusion 4, 10 non_payment 4", rapport.Trial, RulePatternUntold, NextAskPayment},
	{"a sharp tone over a limit is no attack", "60 demand:beyond 3, 40 boundary 3, 20 demand:beyond 3, 5 disrespect 2",
		rapport.Trial, RulePatternUntested, NextSincereEffort},
	{"threats amid trouble of every kind", "60 demand:beyond 3, 40 disrespect 3, 20 threat 3, 5 complaint:no 3", rapport.Safety, RuleThreatInPattern, NextGetSupport},
	{"attacked amid trouble of every kind", "70 demand:beyond 3, 60 intrusion 3, 46 complaint:no 4, 20 demand:beyond 3, 10 broken_promise 3, 1 disrespect 4",
		rapport.Safety, RuleAbuseInPattern, NextGetSupport},
	{"threats to go elsewhere are bargaining", "120 praise 2, 90 threat 3, 50 threat 3, 5 threat 3",
		rapport.Trial, RulePatternUntold, NextStateBoundary},
	{"a grave threat taken back in earnest", "90 praise 3, 5 threat 4, 1 apology 3", rapport.ExtraMile, RuleStruggling, NextOfferHelp},
	{"an apology excuses it once", "40 disrespect 3, 35 apology 3, 5 disrespect 3, 1 apology 3",
		rapport.Renegotiate, RuleSharpIncident, NextTalk},
	{"what they made good no longer counts over a limit", "60 expectations 3, 50 demand:beyond 3, 40 demand:beyond 3, 30 cooperation 3, 30 payment 3, 1 demand:beyond 3",
		rapport.Trial, RulePatternUntested, NextStateBoundary},
	{"a limit accepted, then an attack on it", "60 disrespect 3, 50 boundary 3, 45 apology 2, 30 demand:beyond 3, 1 disrespect 4",
		rapport.End, RuleLimitsExhausted, NextEnd},
	{"a limit accepted, and a slight slip", "60 praise 2, 50 intrusion 4, 40 boundary 3, 35 cooperation 3, 1 intrusion 2",
		rapport.ExtraMile, RuleStruggling, NextOfferHelp},
	{"a token payment settles nothing", "40 non_payment 4, 30 escalation 3, 20 silence 4, 1 payment 1", rapport.End, RuleUnpaidInVain, NextEnd},
	{"money held back over a complaint is a dispute", "40 complaint:unsure 3, 30 micromanagement 3, 20 demand:beyond 3, 10 disrespect 2, 1 non_payment 4",
		rapport.Trial, RulePatternUntold, NextAskPayment},
	{"an outburst at our grave fault", "2 complaint:yes 5, 1 disrespect 4", rapport.Mend, RuleOursFirst, NextApologise},
	{"an ordinary payment does not answer for asking beyond", "60 demand:beyond 3, 30 demand:beyond 3, 1 payment 3",
		rapport.Renegotiate, RuleTermsMissing, NextStateExpectations},
	{"always late, always paid", "150 late_payment 2, 120 payment 2, 90 late_payment 2, 60 payment 2, 30 late_payment 3, 10 payment 2",
		rapport.Renegotiate, RuleMoneyAtRisk, NextNewTerms},
	{"blamed without ground", "90 praise 3, 3 complaint:no 3", rapport.Renegotiate, RuleBlamedUnfairly, NextTalk},
	{"the same in hard times", "90 praise 3, 30 hardship 4, 3 complaint:no 3", rapport.ExtraMile, RuleStruggling, NextOfferHelp},
	{"a complaint nobody has weighed", "90 praise 3, 3 complaint:unsure 4", rapport.Mend, RuleUnweighed, NextHearOut},
	{"a limit was said and nothing has come since", "90 praise 3, 60 intrusion 2, 10 boundary 3", rapport.Trial, RuleWordStands, NextWatch},
	{"a limit was said and they took it well", "90 praise 3, 60 intrusion 2, 10 boundary 3, 5 cooperation 3", rapport.Keep, RulePassingFriction, NextCarryOn},
	{"the same, and it was heavy", "90 praise 3, 30 intrusion 4, 25 intrusion 4, 10 boundary 3, 5 cooperation 3", rapport.Keep, RuleSettling, NextCarryOn},
	{"the limit was crossed again and again", "60 demand:beyond 3, 40 boundary 3, 20 demand:beyond 4, 5 intrusion 4",
		rapport.End, RuleLimitsExhausted, NextEnd},
	{"the limit was crossed and then they gave way", "60 demand:beyond 3, 40 boundary 3, 20 demand:beyond 4, 5 intrusion 4, 1 cooperation 3",
		rapport.Trial, RulePatternUntested, NextSincereEffort},
	{"the same and nobody told them", "60 demand:beyond 3, 20 demand:beyond 4, 5 intrusion 4, 2 disrespect 3",
		rapport.Trial, RulePatternUntold, NextStateExpectations},
	{"told today, it takes time", "60 demand:beyond 3, 20 demand:beyond 4, 5 intrusion 4, 2 disrespect 3, 0 boundary 3",
		rapport.Trial, RulePatternUntested, NextWatch},
	{"a polite late payer gone silent", "200 payment 3, 30 late_payment 3, 4 silence 3", rapport.Renegotiate, RuleMoneyAtRisk, NextAskPayment},
	{"late with a reason told before", "400 payment 3, 60 hardship 4, 10 late_payment 3", rapport.ExtraMile, RuleStruggling, NextOfferHelp},
	{"one sharp word", "300 praise 3, 2 disrespect 4", rapport.Renegotiate, RuleSharpIncident, NextTalk},
	{"a request beyond what was agreed", "30 praise 3, 1 demand:beyond 4", rapport.Renegotiate, RuleTermsMissing, NextStateExpectations},
	{"the same, and it was said since", "30 praise 3, 1 demand:beyond 4, 0 expectations 3", rapport.Trial, RuleTermsStated, NextWatch},
	{"a limit slipped once by good people", "900 praise 4, 800 praise 4, 30 boundary 3, 20 cooperation 4, 1 demand:beyond 4",
		rapport.Renegotiate, RuleTermsOutgrown, NextNewTerms},
	{"we got it wrong", "40 praise 3, 2 complaint:yes 4", rapport.Mend, RuleOursFirst, NextApologise},
	{"they had a point among other things", "60 hardship 4, 5 silence 3, 3 complaint:partly 2", rapport.Mend, RuleOursOpen, NextApologise},
	{"they told early that money is tight", "400 payment 3, 1 hardship 3", rapport.ExtraMile, RuleHardshipForeseen, NextOfferHelp},
	{"a little of something", "400 praise 3, 30 indecision 1", rapport.Keep, RulePassingFriction, NextCarryOn},
	{"nothing but good", "40 praise 3, 2 payment 3", rapport.Keep, RuleGoingWell, NextCarryOn},
}

func TestEveryRuleOnATale(t *testing.T) {
	reached := map[string]bool{}
	for _, v := range vignettes {
		t.Run(v.name, func(t *testing.T) {
			a := Assess(tale(t, v.tale), today)
			if a.Verdict != v.verdict || a.Rule != v.rule || a.Next != v.next {
				t.Errorf("got %s by %s, then %s (%+v, strain %v); want %s by %s, then %s",
					a.Verdict, a.Rule, a.Next, a.Source, a.Strain, v.verdict, v.rule, v.next)
			}
			reached[a.Rule] = true
		})
	}
	for _, code := range RuleCodes() {
		if !reached[code] {
			t.Errorf("no tale shows the rule %s", code)
		}
	}
}

func TestOnlyTheRulesThatEndMayEnd(t *testing.T) {
	for _, r := range rules {
		ends := r.verdict == rapport.End
		if want := slices.Contains([]string{RuleGraveAbuse, RuleRefused, RuleUnpaidInVain, RuleLimitsExhausted}, r.code); ends != want {
			t.Errorf("%s gives %s", r.code, r.verdict)
		}
	}
}

func TestWhatBecameOfAWord(t *testing.T) {
	for _, c := range []struct {
		name, tale string
		want       RungState
	}{
		{"nothing happened since", "40 demand:beyond 3, 10 boundary 3", Untested},
		{"what happened that day is no answer", "10 demand:beyond 4, 10 boundary 3", Untested},
		{"they kept to it", "40 demand:beyond 3, 10 boundary 3, 2 cooperation 3", Worked},
		{"they crossed it", "40 demand:beyond 3, 10 boundary 3, 2 demand:beyond 3", Crossed},
		{"they accepted it and slipped", "40 demand:beyond 3, 10 boundary 3, 8 cooperation 3, 2 demand:beyond 3", Relapsed},
		{"they accepted it and then crossed it in earnest", "10 boundary 3, 8 cooperation 3, 4 intrusion 4, 2 demand:beyond 4", Crossed},
		{"said again, it held", "40 boundary 3, 30 intrusion 4, 20 boundary 3, 5 cooperation 3", Worked},
		{"a justified complaint crosses nothing", "10 boundary 3, 2 complaint:yes 5", Untested},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := Assess(tale(t, c.tale), today)
			if len(a.Ladder) != 1 || a.Ladder[0].Code != RungBoundary || a.Ladder[0].State != c.want {
				t.Fatalf("got %+v, want %s", a.Ladder, c.want)
			}
			if held := c.want == Worked || c.want == Untested; a.Ladder[0].Held() != held {
				t.Errorf("%s says held %t", c.want, !held)
			}
		})
	}
}

func TestTheOnsetIsWhereThePresentTroubleBegan(t *testing.T) {
	for _, c := range []struct {
		name, tale string
		ago        int // -1: none
	}{
		{"no friction has no onset", "100 praise 3, 5 payment 3", -1},
		{"a justified complaint is no trouble of theirs", "5 complaint:yes 5", -1},
		{"trouble long over has none", "400 disrespect 3, 5 praise 3", -1},
		{"the first of a run", "300 praise 3, 30 intrusion 3, 20 demand:beyond 3, 5 disrespect 3", 30},
		{"an old incident is not part of it", "400 intrusion 3, 30 intrusion 3, 20 demand:beyond 3", 30},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := rapport.Date(0)
			if c.ago >= 0 {
				want = today.AddDays(-c.ago)
			}
			if a := Assess(tale(t, c.tale), today); a.Onset != want {
				t.Errorf("got %q, want %q", a.Onset, want)
			}
		})
	}
}
