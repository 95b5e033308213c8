package desktop

import (
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	xdraw "golang.org/x/image/draw"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// lookVariable names the folder `make look` wants its pictures in.
const lookVariable = "RAPPORT_LOOK"

// view is one state of the window worth looking at.
type view struct {
	name string
	show func(s *stage)
}

// views are every screen in the states a user meets.
var views = slices.Concat(recordViews, wayViews, guideViews, changingViews)

// recordViews are those about the record and what it comes to.
var recordViews = []view{
	{"welcome", func(s *stage) { s.welcome(); s.settle() }},
	{"review", func(s *stage) { s.to(screen.Place{Name: screen.AtReview}) }},
	{"client_extra_mile", func(s *stage) {
		s.to(screen.Place{Name: screen.AtClient, Client: s.clientOf(rapport.ExtraMile)})
	}},
	{"client_end", func(s *stage) { s.to(screen.Place{Name: screen.AtClient, Client: s.clientOf(rapport.End)}) }},
	{"client_unclear", func(s *stage) { s.to(screen.Place{Name: screen.AtClient, Client: s.clientOf(rapport.Unclear)}) }},
	{"journal", func(s *stage) { s.to(screen.Place{Name: screen.AtJournal}) }},
	{"map", func(s *stage) { s.to(screen.Place{Name: screen.AtMap}) }},
	{"insights", func(s *stage) { s.to(screen.Place{Name: screen.AtInsights}) }},
	{"settings", func(s *stage) { s.to(screen.Place{Name: screen.AtSettings}) }},
	{"log", func(s *stage) {
		s.to(screen.Place{Name: screen.AtReview})
		screen.ShowLog(s, s.clientOf(rapport.ExtraMile))
		s.settle()
		s.typeIn("complaint 4 e4 20m yesterday asked for a fourth redesign")
	}},
	{"client_form", func(s *stage) { screen.ShowClientForm(s, nil); s.settle() }},
	{"invoice_form", func(s *stage) { screen.ShowInvoiceForm(s, s.anybody()); s.settle() }},
	{"obligation_form", func(s *stage) { screen.ShowObligationForm(s, s.anybody().ID); s.settle() }},
	{"decide", func(s *stage) {
		screen.ShowDecide(s, s.anybody().ID, tired)
		s.settle()
		for range 4 { // as far as parting ways
			s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
		}
	}},
	{"entry_form", func(s *stage) {
		screen.ShowEntryForm(s, []rapport.Client{s.anybody()}, rapport.Entry{Client: s.anybody().ID, On: someday,
			Kind: rapport.Complaint, Severity: 4, Note: "asked for a fourth redesign"}, true)
		s.settle()
	}},
	{"find", func(s *stage) { screen.ShowFind(s); s.settle() }},
	{"keys", func(s *stage) { screen.ShowKeys(s); s.settle() }},
	{"about", func(s *stage) { screen.ShowAbout(s, "test"); s.settle() }},
	{"problem", func(s *stage) { s.Fail(rapport.Refuse(rapport.ErrNameTaken, rapport.Args{"name": "Acme"})); s.settle() }},
	{"import", func(s *stage) { s.to(screen.Place{Name: screen.AtImport, File: s.doubtfulFile()}) }},
}

// changingViews change who stands where, so they come last.
var changingViews = []view{
	{"alert", func(s *stage) {
		s.crossALimit()
		s.to(screen.Place{Name: screen.AtReview})
	}},
	{"client_alert", func(s *stage) {
		s.to(screen.Place{Name: screen.AtClient, Client: s.crossALimit()})
		s.calm()
	}},
	{"client_trial", func(s *stage) { s.to(screen.Place{Name: screen.AtClient, Client: s.onTrial().Client}) }},
	{"client_ended", func(s *stage) {
		e := rapport.Entry{Client: s.clientOf(rapport.End), On: s.today, Kind: rapport.Ended, Severity: 3}
		s.clear(e.Client)
		s.log(e)
		s.to(screen.Place{Name: screen.AtClient, Client: e.Client})
	}},
	{"client_trial_over", func(s *stage) {
		d := s.onTrial()
		s.today = d.Again
		s.to(screen.Place{Name: screen.AtClient, Client: d.Client})
	}},
	{"review_trial_over", func(s *stage) {
		s.today = s.onTrial().Again
		s.to(screen.Place{Name: screen.AtReview})
	}},
	{"ending_over", func(s *stage) { s.to(screen.Place{Name: screen.AtEnding, Client: s.parted()}) }},
}

// crossALimit logs something sharper than the user wants to put up with, and
// returns whom it is about.
func (s *stage) crossALimit() rapport.ID {
	s.t.Helper()
	s.choose(func(c *practice.Settings) { c.Limits.Hostility = 3 })
	e := rapport.Entry{Client: s.inDoubt(), On: s.today, Kind: rapport.Disrespect, Severity: 4}
	s.log(e)
	return e.Client
}

// log stores an entry.
func (s *stage) log(e rapport.Entry) {
	s.t.Helper()
	if _, err := s.session.practice.Log(s.t.Context(), e); err != nil {
		s.t.Fatal(err)
	}
	s.settle()
}

// onTrial gives a client of the sample a week.
func (s *stage) onTrial() rapport.Decision {
	return s.decide(rapport.Decision{Client: s.inDoubt(), Chosen: rapport.Trial, Again: s.today + 7, Why: "one more week"})
}

// inDoubt is a client of the sample with whom it goes neither well nor to its end.
func (s *stage) inDoubt() rapport.ID {
	s.t.Helper()
	standings, err := s.session.practice.Review(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	for _, st := range standings {
		switch st.Assessment.Verdict {
		case rapport.Trial, rapport.Renegotiate, rapport.ExtraMile, rapport.Mend:
			return st.Client.ID
		}
	}
	s.t.Fatal("nobody in the sample is in doubt")
	return rapport.ID{}
}

// tired is an answer that what the contact costs is heavier than anything else.
var tired = assess.Assessment{Verdict: rapport.Mend, Load: assess.Load{Parts: assess.Parts{Energy: 90}},
	Source: assess.Shares{Ours: 0.8, Pattern: 0.1, Circumstance: 0.1}}

// anybody is a client of the sample.
func (s *stage) anybody() rapport.Client {
	s.t.Helper()
	clients, err := s.session.practice.Clients(s.t.Context(), false)
	if err != nil {
		s.t.Fatal(err)
	}
	return clients[0]
}

// doubtfulFile is a journal with a good row, a doubtful name and a bad row.
func (s *stage) doubtfulFile() string {
	name := s.session.practice
	clients, err := name.Clients(s.t.Context(), false)
	if err != nil {
		s.t.Fatal(err)
	}
	path := filepath.Join(s.t.TempDir(), "journal.csv")
	known := clients[0].Name
	text := "client,date,kind,severity,note\n" +
		fmt.Sprintf("%q,2026-06-01,praise,3,thank you\n%q,2026-06-02,complaint,3,late\nSomebody New,2026-06-31,praise,9,\nSomebody New,2026-06-03,contact,1,\n", known, known[:len(known)-1])
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// TestLook draws every view in every language, theme and text scale, and one
// sheet with all of them. It asserts nothing but that nothing fails to draw; the
// pictures are for eyes.
func TestLook(t *testing.T) {
	folder := os.Getenv(lookVariable)
	if folder == "" {
		t.Skip("run make look")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	var sheet []image.Image
	for _, language := range []string{"en", "de", "tr", "nl"} {
		for _, theme := range []string{"light", "dark"} {
			for _, scale := range []float32{1, 1.5} {
				t.Run(fmt.Sprintf("%s_%s_%g", language, theme, scale), func(t *testing.T) {
					sheet = append(sheet, drawAll(t, folder, language, theme, scale)...)
				})
			}
		}
	}
	save(t, filepath.Join(folder, "sheet.png"), contact(sheet, len(views)))
}

// drawAll draws every view once and returns them small, for the sheet.
func drawAll(t *testing.T, folder, language, theme string, scale float32) []image.Image {
	s := raise(t, language)
	s.sample()
	s.choose(func(c *practice.Settings) { c.Language, c.Theme = language, theme })
	s.resize(1280, 800, scale)
	var small []image.Image
	for _, v := range slices.Concat(views[1:], views[:1]) { // Welcome closes the book: last
		v.show(s)
		picture := s.window.Canvas().Capture()
		save(t, filepath.Join(folder, fmt.Sprintf("%s_%s_%s_%g.png", v.name, language, theme, scale)), picture)
		small = append(small, thumbnail(picture))
		closeOverlays(s.window.Canvas())
	}
	return small
}

func closeOverlays(c fyne.Canvas) {
	for c.Overlays().Top() != nil {
		if handle := c.OnTypedKey(); handle != nil {
			handle(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
		c.Overlays().Remove(c.Overlays().Top())
	}
}

func thumbnail(picture image.Image) image.Image {
	small := image.NewRGBA(image.Rect(0, 0, picture.Bounds().Dx()/4, picture.Bounds().Dy()/4))
	xdraw.ApproxBiLinear.Scale(small, small.Bounds(), picture, picture.Bounds(), draw.Src, nil)
	return small
}

// contact lays pictures out in rows of n.
func contact(pictures []image.Image, n int) image.Image {
	const width, height = 328, 208
	sheet := image.NewRGBA(image.Rect(0, 0, n*width, (len(pictures)+n-1)/n*height))
	for i, p := range pictures {
		at := image.Pt(i%n*width, i/n*height)
		draw.Draw(sheet, p.Bounds().Add(at), p, p.Bounds().Min, draw.Src)
	}
	return sheet
}

func save(t *testing.T, path string, picture image.Image) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, picture); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
