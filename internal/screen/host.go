package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Host is the shell around the screens: the window with its rail, the worker and
// the open book. Every method is called on the UI goroutine.
type Host interface {
	// Speaker words everything in the language and formats chosen now. A screen
	// asks for it whenever it shows something and never keeps it.
	Speaker() *present.Speaker
	// Practice is the open book. Its methods touch the disk: call them inside Work.
	Practice() *practice.Practice
	// Work runs job away from the UI goroutine and then done on it. Jobs run one
	// after another in the order given, so a reload sees the deed before it. A job
	// that takes longer than a second shows progress and can be cancelled.
	Work(job func(context.Context) error, done func(error))
	// Go leaves the present screen for another place; Back returns.
	Go(Place)
	Back()
	// Toast tells in passing that something was done; with undo, offers to take
	// the last deed back.
	Toast(text string, undo bool)
	// Fail tells that something could not be done, in words the user can act on.
	Fail(err error)
	// Window is where overlays are shown and the clipboard is.
	Window() fyne.Window
	// OpenLink hands a link to the program the user has for it: a letter in a
	// mailto link to the mail program. Anything but http, https and mailto is refused.
	OpenLink(link string) error
	// Open closes this book and opens another, or a new one at that path.
	Open(Opening)
	// Restyle applies settings that were just stored: language, formats, theme and
	// text size. A new language builds every screen anew.
	Restyle()
}

// Opening says which book to open and how.
type Opening struct {
	Path   string // "" for the standard place
	New    bool   // make it; one that exists is refused
	Sample bool   // the sample practice, made if it is not there
	Import string // a file to look at once the new book is open
	// Language chosen before there was a book to keep it.
	Language present.Language
}

// Screen is one kind of place in the window. Its object tree is built once, in
// the language spoken then; the shell builds it anew for another language.
type Screen interface {
	Content() fyne.CanvasObject
	// Show fetches what the place is about from the book and shows it. It is
	// called on arrival and whenever a change concerns the screen, and keeps what
	// the user was doing: scrolled-to, filtered, selected.
	Show(Place)
	// Wants reports whether a change in the book concerns what is shown.
	Wants(practice.Change) bool
}

// Keyed is a screen that has a use for keys nothing else wanted: Escape to pause,
// Enter to move on. It reports whether it has dealt with one.
type Keyed interface {
	TypedKey(key *fyne.KeyEvent) bool
}

// Place is where a user can go. Its zero Name means Review.
type Place struct {
	Name    PlaceName
	Client  rapport.ID   // for everything about one client, and the journal of one
	Entries []rapport.ID // for the journal: only these, when a reason is opened
	File    string       // for the import: the file to look at
	Guide   string       // for a guide: its code
	Letter  Writing      // for a letter
}

// Writing says which letter is to be written: one of a kind, begun anew or gone on
// with where it was left, or a certain one of the book.
type Writing struct {
	Kind string     // code of the template
	ID   rapport.ID // the letter in the book; zero to begin one of Kind
}

// PlaceName names a screen.
type PlaceName string

// The places.
const (
	AtReview   PlaceName = "review"
	AtClient   PlaceName = "client"
	AtMap      PlaceName = "map" // Review drawn as a map
	AtJournal  PlaceName = "journal"
	AtInsights PlaceName = "insights"
	AtSettings PlaceName = "settings"
	AtImport   PlaceName = "import"
	AtWelcome  PlaceName = "welcome"
	AtGuides   PlaceName = "guides" // every guide there is; with a client, the ones that fit first
	AtGuide    PlaceName = "guide"  // one guide, with a client
	AtLetter   PlaceName = "letter" // one letter to a client
	AtEnding   PlaceName = "ending" // the way out of one engagement
	AtSheet    PlaceName = "sheet"  // the expectation sheet of one client
)

// load runs fetch on the worker and show with its result on the UI goroutine;
// an error goes to the host.
func load[T any](h Host, fetch func(context.Context) (T, error), show func(T)) {
	var result T
	h.Work(func(ctx context.Context) error {
		var err error
		result, err = fetch(ctx)
		return err
	}, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		show(result)
	})
}

// do runs a deed on the worker and says in a toast, with the way back, that it is
// done; said is the key of what it says.
func do(h Host, deed func(context.Context) error, said string) {
	h.Work(deed, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		h.Toast(h.Speaker().T(said), true)
	})
}
