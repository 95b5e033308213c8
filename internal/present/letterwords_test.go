package present_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestADemandNamesAmountsDaysAndWhatFollows(t *testing.T) {
	_, body := present.WriteLetter(present.English, present.BritishFormats, "demand", "formal", mercer())
	want := strings.TrimSpace(`
Dear Ruth Mercer,

These invoices are past their due day:

- Invoice 2026-014 of 2 April 2026, due on 16 April 2026: €800.00
- Invoice 2026-019 of 2 May 2026, due on 16 May 2026: €400.01

Together €1,200.01 is open. I last asked for it on 24 June 2026.

Please pay this amount in full by 14 July 2026.

If it has not arrived by that day, I pause the work from the next day on, claim interest at the statutory rate and hand the claim over for collection.

If you cannot pay the whole amount at once, please tell me before 14 July 2026. We can then agree on instalments.

Kind regards
Mara Lenz`)
	if diff := cmp.Diff(want, body); diff != "" {
		t.Errorf("demand (-want +got):\n%s", diff)
	}
}

func TestAClaimLeavesOutWhatTheyContest(t *testing.T) {
	facts := mercer()
	contested := facts.Claims[0]
	contested.Invoice.Number, contested.Invoice.Disputed = "2026-011", true
	facts.Claims = append([]interest.Claim{contested}, facts.Claims...)
	_, body := present.WriteLetter(present.English, present.BritishFormats, "interest_claim", rapport.Formal, facts)
	if strings.Contains(body, "2026-011") || !strings.Contains(body, "2026-014") {
		t.Errorf("it claims:\n%s", body)
	}
}

func TestANoticeNamesTheLastDayWhatIsDeliveredAndWhatIsOwed(t *testing.T) {
	subject, body := present.WriteLetter(present.German, present.GermanFormats, "notice", "formal", mercer())
	if subject != "Ende der Zusammenarbeit zum 31. Juli 2026" {
		t.Errorf("subject is %q", subject)
	}
	want := strings.TrimSpace(`
Guten Tag Ruth Mercer,

ich kündige unsere Zusammenarbeit. Der letzte Tag ist der 31. Juli 2026. Damit ist die Frist von 30 Tagen eingehalten.

Wird bis zum 12. Juli 2026 in Ordnung gebracht, was ich in meinem letzten Schreiben genannt habe, ist diese Kündigung hinfällig.

Bis zum letzten Tag erhalten Sie von mir:

- The two missing exports, bis zum 2. Juli 2026
- The second export, bis zum 9. Juli 2026
- Source files, bis zum 10. Juli 2026

Von Ihnen brauche ich noch:

- The signed protocol, bis zum 6. Juli 2026

Offen sind diese Rechnungen, zusammen 1.999,01 €:

- Rechnung 2026-011 vom 2. März 2026, fällig am 16. März 2026: 99,00 €, strittig
- Rechnung 2026-014 vom 2. April 2026, fällig am 16. April 2026: 800,00 €
- Rechnung 2026-019 vom 2. Mai 2026, fällig am 16. Mai 2026: 400,01 €
- Rechnung 2026-023 vom 20. Juni 2026, fällig am 20. Juli 2026: 700,00 €

Die Schlussrechnung erhalten Sie bis zum 31. Juli 2026.

Dateien, Unterlagen und Zugänge, die Ihnen gehören, übergebe ich bis zum 31. Juli 2026. Danach lösche ich Ihre Daten, soweit mich das Gesetz nicht verpflichtet, sie aufzubewahren.

Übernimmt jemand anderes die Arbeit, gebe ich bis zum letzten Tag weiter, was dafür nötig ist.

Mit freundlichen Grüßen
Mara Lenz`)
	if diff := cmp.Diff(want, strings.ReplaceAll(body, "\u00a0", " ")); diff != "" {
		t.Errorf("notice (-want +got):\n%s", diff)
	}
}

// What a letter picks from the book, told by a line it must or must not hold.
func TestALetterPicksWhatFits(t *testing.T) {
	for name, test := range map[string]struct {
		kind   string
		change func(*present.LetterFacts)
		holds  string
		lacks  string
	}{
		"one overdue invoice is spoken of in the singular": {
			kind: "reminder", change: func(f *present.LetterFacts) { f.History.Invoices = f.History.Invoices[:1] },
			holds: "Invoice 2026-019 of 2 May 2026 was due on 16 May 2026, and €400.01 is still open.", lacks: "invoices",
		},
		"a disputed invoice is not reminded of":              {kind: "reminder", lacks: "2026-011"},
		"an invoice that is not due is not reminded of":      {kind: "demand", lacks: "2026-023"},
		"with no invoice overdue the reminder has blanks":    {kind: "reminder", change: func(f *present.LetterFacts) { f.Today = rapport.NewDate(2026, 3, 1) }, holds: "Invoice [invoice number] of [day]"},
		"what was never asked for is not called asked for":   {kind: "demand", change: func(f *present.LetterFacts) { f.History.Entries = nil }, lacks: "last asked"},
		"instalments add up to the cent":                     {kind: "payment_plan", holds: "- €400.01 by 14 July 2026\n- €400.00 by 14 August 2026\n- €400.00 by 14 September 2026"},
		"a claim can be reckoned again":                      {kind: "interest_claim", holds: "- Invoice 2026-014, €1,000.00, from 17 April 2026 to 16 May 2026: 30 days at 10.27% a year, €8.44"},
		"a claim adds interest and the fixed sum":            {kind: "interest_claim", holds: "That comes to €48.44. The claim rests on § 288 BGB."},
		"a sheet is quoted where it says something":          {kind: "expectations", holds: "How to reach me\nBy mail; I answer within a working day.", lacks: "Rounds of changes"},
		"a sheet nobody wrote is a form to fill in":          {kind: "expectations", change: func(f *present.LetterFacts) { f.Way.Sheet = nil }, holds: "Rounds of changes\n[what holds here]"},
		"an apology offers what was promised since":          {kind: "apology", holds: "What I do now: The two missing exports. You will have it by 2 July."},
		"an older promise does not mend a later fault":       {kind: "apology", change: func(f *present.LetterFacts) { f.Way.Promises = promisedOn(f.Way.Promises, 6, 1) }, holds: "What I do now: [one thing, already begun]."},
		"a promise moves before its day":                     {kind: "promise_moved", holds: "For 2 July I promised you: The two missing exports."},
		"the promise that is meant moves":                    {kind: "promise_moved", change: func(f *present.LetterFacts) { f.About = id(22) }, holds: "For 9 July I promised you: The second export."},
		"the entry that is meant gives the day":              {kind: "boundary", change: func(f *present.LetterFacts) { f.About = id(100) }, holds: "about 1 June:"},
		"a last day sooner than the notice claims no notice": {kind: "notice", change: func(f *present.LetterFacts) { f.Way.EndPlan.LastDay = rapport.NewDate(2026, 7, 10) }, lacks: "notice of"},
		"without a plan the notice agreed gives the day":     {kind: "notice", change: func(f *present.LetterFacts) { f.Way.EndPlan = nil }, holds: "30 July 2026. This keeps to the notice of 30 days."},
		"time to put right that is over is not offered":      {kind: "notice", change: func(f *present.LetterFacts) { f.Way.EndPlan.Cure.Days = 1 }, lacks: "falls away"},
		"without any invoice on record money is left open":   {kind: "closing", change: func(f *present.LetterFacts) { f.History.Invoices = nil }, holds: "[what is open, or that nothing is]"},
		"an account that is settled is called settled":       {kind: "closing", change: func(f *present.LetterFacts) { f.Today = rapport.NewDate(2026, 2, 1) }, holds: "No invoice is open between us."},
		"what was met since the ending began is named":       {kind: "closing", holds: "- Passwords, done on 29 June 2026"},
		"new terms begin with a month, after the notice":     {kind: "renegotiate", holds: "From 1 August 2026 I propose"},
	} {
		t.Run(name, func(t *testing.T) {
			facts := mercer()
			if test.change != nil {
				test.change(&facts)
			}
			_, body := present.WriteLetter(present.English, present.BritishFormats, test.kind, "formal", facts)
			if !strings.Contains(body, test.holds) {
				t.Errorf("does not hold %q:\n%s", test.holds, body)
			}
			if test.lacks != "" && strings.Contains(body, test.lacks) {
				t.Errorf("holds %q:\n%s", test.lacks, body)
			}
		})
	}
}

func promisedOn(promises []rapport.Promise, month, day int) []rapport.Promise {
	for i := range promises {
		promises[i].Given = rapport.NewDate(2026, 1, 0).AddDays(31*(month-1) + day)
	}
	return promises
}

func TestALetterIsAddressedToThePersonIfThereIsOne(t *testing.T) {
	for name, test := range map[string]struct {
		client rapport.Client
		style  string
		want   string
	}{
		"the first of the people":      {rapport.Client{Name: "Mercer Labs", About: rapport.About{People: "Ruth Mercer, owner\nTom"}}, "formal", "Dear Ruth Mercer,"},
		"their given name to a friend": {rapport.Client{Name: "Mercer Labs", About: rapport.About{People: "Ruth Mercer (owner)"}}, "friendly", "Hello Ruth,"},
		"a title is no given name":     {rapport.Client{About: rapport.About{People: "Dr. Ruth Mercer"}}, "friendly", "Hello Dr. Ruth Mercer,"},
		"nor is a form of address":     {rapport.Client{About: rapport.About{People: "Frau Mercer: Büro"}}, "friendly", "Hello Frau Mercer,"},
		"a list with dashes":           {rapport.Client{About: rapport.About{People: "- Ayşe Yılmaz - muhasebe"}}, "formal", "Dear Ayşe Yılmaz,"},
		"a remark is no name":          {rapport.Client{Name: "Mercer Labs", About: rapport.About{People: "Nobody answers before ten\nRuth Mercer"}}, "formal", "Dear Ruth Mercer,"},
		"a person of a company":        {rapport.Client{Name: "Ruth Mercer", Organisation: "Harbour Studio"}, "formal", "Dear Ruth Mercer,"},
		"a private person":             {rapport.Client{Name: "Ruth Mercer", Terms: rapport.Terms{Consumer: true}}, "friendly", "Hello Ruth,"},
		"a company has no name":        {rapport.Client{Name: "Mercer Labs", Organisation: "Mercer Labs GmbH"}, "formal", "Dear [name],"},
	} {
		t.Run(name, func(t *testing.T) {
			facts := stranger()
			facts.History.Client = test.client
			_, body := present.WriteLetter(present.English, present.BritishFormats, "thanks", test.style, facts)
			if got, _, _ := strings.Cut(body, "\n"); got != test.want {
				t.Errorf("greeting is %q, want %q", got, test.want)
			}
		})
	}
}

// Who reads English and writes 30.06.2026 still writes English letters as the
// English do; who writes from America writes as there.
func TestALetterIsWrittenInTheFormatsOfItsLanguage(t *testing.T) {
	for formats, want := range map[present.Formats]string{
		present.GermanFormats: "due on 16 April 2026: €800.00", present.AmericanFormats: "due on April 16, 2026: €800.00",
	} {
		if _, body := present.WriteLetter(present.English, formats, "demand", "formal", mercer()); !strings.Contains(body, want) {
			t.Errorf("with %s the letter does not hold %q:\n%s", formats, want, body)
		}
	}
}
