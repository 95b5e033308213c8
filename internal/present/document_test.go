package present_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// story is a dossier with a fact of every code.
func story() rapport.Dossier {
	d := rapport.Dossier{Client: rapport.Client{ID: id(1), Name: "Harbour Studio", Organisation: "Harbour Ltd"}, On: today}
	for i, code := range rapport.FactCodes() {
		f := rapport.Fact{On: today - 40 + rapport.Date(i), Code: code, ID: id(byte(i + 1)), What: "said | so,\nand \"so\" % \\ Işık"}
		switch code {
		case rapport.FactEntry:
			f.Kind, f.Amount = rapport.Remedy, rapport.Money{Minor: 4_000, Currency: "EUR"}
		case rapport.FactInvoice, rapport.FactPayment:
			f.Number, f.Amount, f.Due = "2026-07", rapport.Money{Minor: 120_000, Currency: "EUR"}, today
		case rapport.FactNotice, rapport.FactCure, rapport.FactPromise:
			f.Due = today + 14
		}
		d.Facts = append(d.Facts, f)
	}
	d.Facts = rapport.Chain(d.Facts)
	return d
}

// blocksOf returns the blocks of one type.
func blocksOf[T present.Block](d present.Document) (found []T) {
	for _, b := range d.Blocks {
		if b, ok := b.(T); ok {
			found = append(found, b)
		}
	}
	return found
}

// exactly returns what is to be copied from a document.
func exactly(d present.Document) (texts []string) {
	for _, text := range blocksOf[present.Text](d) {
		if text.Style == present.Exact {
			texts = append(texts, text.Body)
		}
	}
	return texts
}

// Nothing but the document itself is needed to verify it, and neither this program.
func TestADossierCanBeVerifiedFromItsPageAlone(t *testing.T) {
	doc := present.DossierDocument(speakers()[present.English], story())
	var want []string
	for _, line := range blocksOf[present.Chained](doc) {
		want = append(want, line.Hash)
	}
	before := ""
	var got []string
	for line := range strings.SplitSeq(exactly(doc)[0], "\n") {
		sum := sha256.Sum256([]byte(before + "\n" + line))
		before = hex.EncodeToString(sum[:])
		got = append(got, before)
	}
	if !slices.Equal(got, want) {
		t.Errorf("worked out: %v\nprinted: %v", got, want)
	}
}

func TestTheCommandInTheDossierWorksOutItsFingerprints(t *testing.T) {
	for _, tool := range []string{"sh", "sha256sum", "cut"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("there is no %s here", tool)
		}
	}
	doc := present.DossierDocument(speakers()[present.German], story())
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "lines.txt"), []byte(exactly(doc)[0]), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", exactly(doc)[1])
	cmd.Dir = folder
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for i, got := range strings.Fields(string(out)) {
		if want := blocksOf[present.Chained](doc)[i].Hash; got != want {
			t.Errorf("line %d: the command says %s, the dossier %s", i+1, got, want)
		}
	}
	if n := len(strings.Fields(string(out))); n != len(story().Facts) {
		t.Errorf("the command worked out %d fingerprints", n)
	}
}

func TestADossierHoldsNoJudgementInAnyLanguage(t *testing.T) {
	for language, s := range speakers() {
		doc := present.DossierDocument(s, story())
		lines := blocksOf[present.Chained](doc)
		if len(lines) != len(rapport.FactCodes()) {
			t.Errorf("%s: %d lines", language, len(lines))
		}
		seen := make(map[string]bool)
		for _, line := range lines {
			if seen[line.What] || strings.Contains(line.What, "⟦") {
				t.Errorf("%s: two facts are called %q, or it has no words", language, line.What)
			}
			seen[line.What] = true
			for _, v := range rapport.Verdicts() {
				if strings.Contains(line.Text, string(v)) {
					t.Errorf("%s: %q names a verdict", language, line.Text)
				}
			}
		}
		if doc.Language != string(language) || doc.Day != today || !strings.Contains(doc.Page, "{page}") || !strings.Contains(doc.Page, "{pages}") {
			t.Errorf("%s: the document is %s of %s, its pages %q", language, doc.Language, doc.Day, doc.Page)
		}
	}
}

func TestADossierOfNothingSaysSo(t *testing.T) {
	doc := present.DossierDocument(speakers()[present.Dutch], rapport.Dossier{Client: rapport.Client{Name: "Nova"}, On: today})
	if len(doc.Blocks) != 1 {
		t.Errorf("it has %d blocks", len(doc.Blocks))
	}
}

func TestASheetIsSentInTheClientsLanguageWithoutItsGaps(t *testing.T) {
	client := rapport.Client{Name: "Işık", Reach: rapport.Reach{Language: "tr"}}
	sheet := rapport.Sheet{Clauses: map[rapport.Clause]string{rapport.ClauseRevisions: " iki tur ", rapport.ClausePayment: " "}}
	doc := present.SheetDocument(speakers()[present.German], client, sheet, today, "Atölye")
	if doc.Language != "tr" || !strings.Contains(doc.Subject, "Atölye") {
		t.Errorf("it is in %s: %s", doc.Language, doc.Subject)
	}
	if n := len(blocksOf[present.Heading](doc)); n != 1 {
		t.Errorf("%d clauses, one of which says something", n)
	}
	if !slices.Contains(blocksOf[present.Text](doc), present.Text{Body: "iki tur"}) {
		t.Errorf("what it says is missing: %v", doc.Blocks)
	}
	client.Reach.Language = "fi" // one the program does not speak
	sheet.Agreed = today
	open, agreed := doc, present.SheetDocument(speakers()[present.German], client, sheet, today, "")
	if agreed.Language != "de" {
		t.Errorf("for a language it does not speak it took %s", agreed.Language)
	}
	if last := func(d present.Document) present.Block { return d.Blocks[len(d.Blocks)-1] }; last(open) == last(agreed) {
		t.Error("an agreed sheet ends like a proposal")
	}
}

func TestALetterOnPaperIsItsWordsAndTheirFrame(t *testing.T) {
	l := rapport.Letter{Language: "nl", Subject: "Werktijden", Body: "Beste Ann,\n\nGroet", Written: today - 3, Held: today - 2}
	client := rapport.Client{Name: "Ann", Organisation: "Nova BV"}
	doc := present.LetterDocument(speakers()[present.English], l, client, "Studio")
	if !doc.Bare || doc.Title != "Werktijden" || doc.Language != "nl" || doc.Day != today-2 {
		t.Errorf("%+v", doc)
	}
	var said []string
	for _, text := range blocksOf[present.Text](doc) {
		said = append(said, text.Body)
	}
	want := []string{"Studio", "Ann\nNova BV", said[2], "Werktijden", l.Body}
	if !slices.Equal(said, want) || !strings.Contains(said[2], "2026") {
		t.Errorf("it says %q", said)
	}
	l.Sent, l.Subject, client.Organisation = today, " ", "Ann"
	if doc := present.LetterDocument(speakers()[present.English], l, client, ""); doc.Day != today || doc.Title == " " || len(doc.Blocks) != 3 {
		t.Errorf("without a subject and a name: %+v", doc)
	}
}

func TestThePageForWhoeverStepsInSaysWhatWasSet(t *testing.T) {
	client := rapport.Client{Name: "Nova", About: rapport.About{People: "Ann decides"}}
	all := present.LimitsFacts{From: "Studio", On: today, Limits: rapport.Limits{Hostility: 4, Complexity: 3, Minutes: 90}, Client: &client,
		Own: present.Own{Firm: []string{"no work on Sundays"}, Remedy: rapport.Money{Minor: 10_000, Currency: "EUR"},
			Helpers: []rapport.Helper{{Name: "Eva", For: "law", Reach: "eva@example.org"}}},
		Open: []rapport.Promise{{What: "the logo", By: today + 2}}}
	for language, s := range speakers() {
		doc := present.LimitsDocument(s, all)
		if grids := blocksOf[present.Grid](doc); len(grids) != 3 || len(grids[1].Rows) != 3 || grids[2].Rows[0][0] != "Eva" {
			t.Errorf("%s: %+v", language, grids)
		}
		if points := blocksOf[present.Points](doc); len(points) != 1 || points[0].Items[0] != "no work on Sundays" {
			t.Errorf("%s: %+v", language, points)
		}
		if bare := present.LimitsDocument(s, present.LimitsFacts{On: today}); len(bare.Blocks) != 2 || bare.Subject == "" {
			t.Errorf("%s: with nothing set it says %+v", language, bare)
		}
	}
}

func TestTheHeadsUpOnPaperSaysWhatTheCardSays(t *testing.T) {
	card := present.HeadsUp{Name: "Nova", First: "Call back.", Flags: []present.FlagRow{{Text: "pays late", Until: "until 1 July"}},
		Sections: []present.HeadsUpPart{{Title: "Who is who", Lines: []string{"Ann decides", "Bo pays"}}}}
	doc := present.HeadsUpDocument(speakers()[present.English], card, today)
	want := []present.Block{present.Text{Body: "Call back.", Style: present.Strong}, present.Text{Body: "pays late (until 1 July)"},
		present.Heading{Text: "Who is who"}, present.Points{Items: []string{"Ann decides", "Bo pays"}}}
	if diff := cmp.Diff(want, doc.Blocks); diff != "" || doc.Title != "Nova" {
		t.Errorf("%s (-want +got):\n%s", doc.Title, diff)
	}
}
