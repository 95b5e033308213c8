package screen

import (
	"slices"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Welcome is the first start: what the program is for, in which language, and
// three ways to begin.
type Welcome struct {
	host     Host
	language present.Language
	speaker  *present.Speaker
	root     *fyne.Container
}

// NewWelcome returns the screen. There is no book yet to ask for a language, so
// it speaks the system's until another is chosen here.
func NewWelcome(h Host) *Welcome {
	w := &Welcome{host: h, language: h.Speaker().Language(), speaker: h.Speaker()}
	w.root = &fyne.Container{Layout: welcomeLayout{}}
	w.fill()
	return w
}

// Content is part of [Screen].
func (w *Welcome) Content() fyne.CanvasObject { return w.root }

// Wants is part of [Screen]: there is no book that could change.
func (w *Welcome) Wants(practice.Change) bool { return false }

// Show is part of [Screen]: there is nothing to fetch.
func (w *Welcome) Show(Place) {}

// fill words both sides in the language chosen.
func (w *Welcome) fill() {
	w.root.Objects = []fyne.CanvasObject{w.specimens(), w.begin()}
	w.root.Refresh()
}

// begin is the right side: answer, language, ways to begin.
func (w *Welcome) begin() fyne.CanvasObject {
	t := w.speaker.T
	languages := present.Languages()
	segment := &widgets.Segment{Options: ownNames(languages), Selected: slices.Index(languages, w.language), Equal: true, OnChanged: w.speak}
	words := widgets.NewColumn(8,
		&widgets.Text{Text: t("welcome.answer"), As: widgets.Answer, Bold: true},
		&widgets.Text{Text: t("welcome.what"), As: widgets.Lead, Color: widgets.ColorSoft})
	options := widgets.NewColumn(12,
		&widgets.Option{Icon: "plus", Title: t("welcome.new"), Text: t("welcome.new_line"), Primary: true,
			OnTapped: func() { w.host.Open(Opening{New: true, Language: w.language}) }},
		&widgets.Option{Icon: "import", Title: t("welcome.import"), Text: t("welcome.import_line"), OnTapped: w.bring},
		&widgets.Option{Icon: "look", Title: t("welcome.sample"), Text: t("welcome.sample_line"),
			OnTapped: func() { w.host.Open(Opening{Sample: true, Language: w.language}) }})
	open := widgets.NewLink(t("welcome.open"), w.open)
	private := widgets.NewTopRow(12, &widgets.Icon{Name: "lock", Side: widgets.IconSmall},
		widgets.Stretch(widgets.NewText(t("welcome.private"), widgets.ColorSoft)))
	return widgets.NewPage(widgets.Inset(36, 0, 0, 0, widgets.Limit(520, widgets.NewColumn(24,
		widgets.NewFlow(0, &widgets.Logo{}), words, segment, options, open, &widgets.Hairline{}, private))))
}

// speak changes the language of this screen at once.
func (w *Welcome) speak(index int) {
	w.language = present.Languages()[index]
	w.speaker = present.NewSpeaker(w.language, present.FormatsOf(w.language))
	w.fill()
}

// speaking is the host in the language chosen here, for the panels this screen
// opens.
type speaking struct {
	Host
	speaker *present.Speaker
}

// Speaker is part of [Host].
func (s speaking) Speaker() *present.Speaker { return s.speaker }

func (w *Welcome) bring() {
	PickFile(speaking{w.host, w.speaker}, Picking{Title: w.speaker.T("welcome.import"), Endings: []string{".csv"}}, func(path string) {
		w.host.Open(Opening{New: true, Language: w.language, Import: path})
	})
}

func (w *Welcome) open() {
	PickFile(speaking{w.host, w.speaker}, Picking{Title: w.speaker.T("welcome.open"), Endings: []string{".rapport"}}, func(path string) {
		w.host.Open(Opening{Path: path})
	})
}

// specimens is the left side: three engagements with the same hard month, and
// what each of them is.
func (w *Welcome) specimens() fyne.CanvasObject {
	t := w.speaker.T
	column := widgets.NewColumn(40, &widgets.Text{Text: t("welcome.specimens"), As: widgets.Label, Color: widgets.ColorSoft},
		w.specimen("extra_mile", "hard_time", 7, []float64{10, 12, 10, 13, 11, 12, 14, 12, 50, 72, 76, 62, 38, 24}),
		w.specimen("end", "pattern", 5, []float64{18, 32, 26, 44, 36, 54, 48, 62, 56, 70, 64, 78, 74, 86}),
		w.specimen("mend", "ours", 7, []float64{14, 13, 15, 14, 16, 15, 14, 56, 60, 52, 30, 22, 20, 18}))
	return widgets.Stack(&widgets.Backdrop{Color: widgets.ColorSunken}, widgets.Inset(72, 80, 40, 80, column))
}

func (w *Welcome) specimen(verdict, code string, mark int, strain []float64) fyne.CanvasObject {
	t := w.speaker.T
	return widgets.NewColumn(12,
		&widgets.Specimen{Code: verdict, Values: strain, Mark: mark, Label: t("welcome.specimen_mark." + code)},
		widgets.NewColumn(0, &widgets.Text{Text: t("welcome.specimen." + code), As: widgets.Lead, Bold: true},
			widgets.NewText(t("welcome.specimen_line."+code), widgets.ColorSoft)))
}

// welcomeLayout puts the two sides beside each other, or shows only the right one
// where the window is narrow.
type welcomeLayout struct{}

const (
	welcomeLeft float32 = 520
	welcomeBoth float32 = 1120
)

// Layout is part of fyne.Layout.
func (welcomeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := welcomeLeft
	if size.Width < welcomeBoth {
		objects[0].Hide()
		place(objects[1], 0, 0, size.Width, size.Height)
		return
	}
	objects[0].Show()
	place(objects[0], 0, 0, left, size.Height)
	inset := min(80, max(0, (size.Width-left-600)/2))
	place(objects[1], left+inset, 0, size.Width-left-inset, size.Height)
}

// MinSize is part of fyne.Layout.
func (welcomeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 400) }
