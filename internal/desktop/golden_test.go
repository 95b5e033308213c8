package desktop

import (
	"bytes"
	"flag"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"golang.org/x/image/font/sfnt"

	"github.com/rapport-desktop/rapport/internal/practice"
)

var update = flag.Bool("update", false, "write the golden pictures anew instead of comparing")

// TestScreensLookAsAgreed compares a few views pixel by pixel. Only letters of the
// font that is built in stand in them, so they are the same on every machine.
func TestScreensLookAsAgreed(t *testing.T) {
	for _, c := range []struct{ name, view, language, theme string }{
		{"review-light", "review", "en", "light"},
		{"review-dark-german", "review", "de", "dark"},
		{"client-light", "client_extra_mile", "en", "light"},
		{"map-light", "map", "en", "light"},
		{"insights-dark-german", "insights", "de", "dark"},
		{"log-light", "log", "en", "light"},
		{"ending-light", "ending", "en", "light"},
		{"sheet-dark-german", "sheet", "de", "dark"},
		{"welcome-light", "welcome", "en", "light"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := raise(t, c.language)
			s.sample()
			s.choose(func(settings *practice.Settings) { settings.Language, settings.Theme = c.language, c.theme })
			s.resize(1280, 800, 1)
			for _, v := range views {
				if v.name == c.view {
					v.show(s)
				}
			}
			s.spellable()
			compare(t, filepath.Join("testdata", c.name+".png"), s.window.Canvas().Capture())
		})
	}
}

// spellable fails if a letter stands in the window that the font has not: the
// toolkit then borrows one from the system, which looks different elsewhere.
func (s *stage) spellable() {
	s.t.Helper()
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		font, err := sfnt.Parse(s.app.Settings().Theme().Font(style).Content())
		if err != nil {
			s.t.Fatal(err)
		}
		for _, letter := range s.flat() {
			if glyph, err := font.GlyphIndex(nil, letter); err != nil || glyph == 0 {
				s.t.Errorf("%q is not in the font: %v", letter, err)
			}
		}
	}
}

// compare compares a picture with the agreed one. What differs is kept to look at.
func compare(t *testing.T, path string, got image.Image) {
	t.Helper()
	if *update {
		keep(t, path, got)
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run with -update to make it", err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	a, b := pixels(want), pixels(got)
	if a.Rect != b.Rect || !bytes.Equal(a.Pix, b.Pix) {
		failed := filepath.Join(t.ArtifactDir(), filepath.Base(path))
		keep(t, failed, got)
		t.Errorf("the window no longer looks like %s; see %s (with -artifacts it is kept) and run with -update if it is meant to", path, failed)
	}
}

func keep(t *testing.T, path string, picture image.Image) {
	t.Helper()
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// pixels is a picture in one form whatever it was made as.
func pixels(picture image.Image) *image.NRGBA {
	flat := image.NewNRGBA(image.Rectangle{Max: picture.Bounds().Size()})
	draw.Draw(flat, flat.Rect, picture, picture.Bounds().Min, draw.Src)
	return flat
}
