package paper

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

var day = rapport.NewDate(2026, 6, 30)

// alphabet holds every letter of the four languages that ASCII lacks, and the marks
// their texts are set with.
const alphabet = "äöüÄÖÜßẞ ıİğĞşŞçÇöÖüÜâîû éèëêïóáíúĳ “„”‚‘’«»–…•€₺£§ № ½ Ł Ø æ"

// every block there is, with what the languages need.
func full() present.Document {
	return present.Document{
		Title: "Dossier: Işık & Söhne", Subject: "Erstellt am 30. Juni 2026", Language: "de", Day: day,
		Page: "Seite {page} von {pages}", Unprintable: "Einige Zeichen fehlen.",
		Blocks: []present.Block{
			present.Text{Body: "Erster Absatz\nmit Umbruch.\n\n" + alphabet},
			present.Text{Body: "leise", Style: present.Quiet}, present.Text{Body: "laut", Style: present.Strong},
			present.Text{Body: "rechts", Style: present.Right}, present.Text{Body: "a  b | \"c\"\n<d>", Style: present.Exact},
			present.Heading{Text: "Tatsachen"},
			present.Details{Rows: []present.Pair{{Label: "Kunde", Value: "Işık & Söhne\nzweite Zeile"}}},
			present.Grid{Head: []string{"Rechnung", "Betrag"}, Right: []bool{false, true},
				Rows: [][]string{{"2026-07", "1.200,00 €"}, {"2026-08", "80,00 €"}}, Total: []string{"", "1.280,00 €"}},
			present.Points{Items: []string{"eins", "zwei"}}, present.Points{Items: []string{"eins"}, Numbered: true},
			present.Chained{Day: "30.06.2026", What: "Beschwerde", Text: "Das Logo ist <b>falsch</b>.", Hash: strings.Repeat("ab", 32)},
			present.Chained{Day: "01.07.2026", What: "Rechnung 2026-07", Hash: strings.Repeat("cd", 32)},
		},
	}
}

func rendered(t *testing.T, render func(io.Writer, present.Document) error, d present.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := render(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHTMLIsOneFileThatRunsAndFetchesNothing(t *testing.T) {
	html := string(rendered(t, HTML, full()))
	if bad := regexp.MustCompile(`(?i)<script|<link|<img|\bsrc=|\bhref=|@import|url\(|\bon\w+=`).FindString(html); bad != "" {
		t.Errorf("it holds %s", bad)
	}
	for _, want := range []string{
		`<html lang="de">`, `<h1 dir="auto">Dossier: Işık &amp; Söhne</h1>`, "<h2", `<th scope="col"`, "<tfoot>", "<ol>", "<ul>", "<dt>Kunde</dt>",
		"default-src &#39;none&#39;", "&lt;b&gt;falsch&lt;/b&gt;", "<pre dir=\"auto\">a  b | &#34;c&#34;\n&lt;d&gt;</pre>", alphabet,
	} {
		if !strings.Contains(strings.ReplaceAll(html, "default-src 'none'", "default-src &#39;none&#39;"), want) {
			t.Errorf("it lacks %s", want)
		}
	}
}

// The template is read as XML, whose parser forgives nothing.
func TestEveryTagOfTheHTMLIsClosed(t *testing.T) {
	html := rendered(t, HTML, full())
	html = regexp.MustCompile(`<meta[^>]*>|<!DOCTYPE html>`).ReplaceAll(html, nil)
	decoder := xml.NewDecoder(bytes.NewReader(html))
	decoder.Entity = xml.HTMLEntity
	for {
		_, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestALetterBringsNoTitleOfItsOwn(t *testing.T) {
	letter := present.Document{Title: "Working hours", Language: "en", Day: day, Bare: true, Page: "Page {page} of {pages}",
		Blocks: []present.Block{present.Text{Body: "Dear Ann"}}}
	if html := string(rendered(t, HTML, letter)); strings.Contains(html, "<h1") || !strings.Contains(html, "<title>Working hours</title>") {
		t.Error("the HTML has a heading of its own, or no title")
	}
	if text := textOf(t, letter); strings.Contains(text, "Working hours") || strings.Contains(text, "Page 1") {
		t.Errorf("the PDF says more than the letter: %q", text)
	}
}

// textOf sets a document and returns what stands on its pages, a line each.
func textOf(t *testing.T, d present.Document) string {
	t.Helper()
	s := set(t, d)
	s.pdf.SetCompression(false)
	var b bytes.Buffer
	if err := s.pdf.Output(&b); err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, m := range regexp.MustCompile(`(?s)Td \((.*?[^\\])\) Tj`).FindAllSubmatch(b.Bytes(), -1) {
		lines = append(lines, decoded(m[1]))
	}
	return strings.Join(lines, "\n")
}

// decoded reads a string of a PDF: UTF-16, with a backslash before brackets.
func decoded(raw []byte) string {
	raw = regexp.MustCompile(`(?s)\\(.)`).ReplaceAllFunc(raw, func(m []byte) []byte {
		if m[1] == 'r' {
			return []byte{'\r'}
		}
		return m[1:]
	})
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return string(utf16.Decode(units))
}

// set does what PDF does, up to the writing.
func set(t *testing.T, d present.Document) *setter {
	t.Helper()
	s, err := compose(d)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPDFSaysWhatTheDocumentSays(t *testing.T) {
	text := textOf(t, full())
	for _, want := range []string{
		"Dossier: Işık & Söhne", "Erster Absatz\nmit Umbruch.", alphabet[:20], "ıİğĞşŞ", "Tatsachen", "Kunde", "zweite Zeile",
		"1.280,00 €", "• \nzwei", "1.", "Das Logo ist <b>falsch</b>.", strings.Repeat("cd", 32), "a  b | \"c\"", "Seite 1 von 1",
	} {
		if !strings.Contains(strings.ReplaceAll(text, "•\n", "• \n"), want) {
			t.Errorf("it lacks %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "\ufffd") || strings.Contains(text, "Einige Zeichen fehlen.") {
		t.Error("a letter of the four languages is missing from the font")
	}
}

func TestPDFIsTheSameEachTime(t *testing.T) {
	first := rendered(t, PDF, full())
	for range 3 {
		if !bytes.Equal(first, rendered(t, PDF, full())) {
			t.Fatal("the same document gave other bytes")
		}
	}
	for _, want := range []string{"/Lang (de)", "D:20260630000000"} {
		if !bytes.Contains(first, []byte(want)) {
			t.Errorf("the file does not say %s", want)
		}
	}
}

func TestWhatTheFontLacksIsOwnedUpTo(t *testing.T) {
	d := full()
	d.Title = "東京 👩‍🎨"
	d.Blocks = append(d.Blocks, present.Text{Body: "عربى e\u0301 \u202Egnp.exe\u202C soft\u00adhyphen \x00\x07"})
	text := textOf(t, d)
	for _, want := range []string{"\ufffd", "Einige Zeichen fehlen.", "é", "softhyphen"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q", want)
		}
	}
	if strings.ContainsAny(text, "\u202E\u200D\x00\x07") {
		t.Error("something that cannot be seen was set")
	}
	if html := string(rendered(t, HTML, d)); !strings.Contains(html, "東京 👩‍🎨") {
		t.Error("the HTML lost what the PDF lacks")
	}
}
