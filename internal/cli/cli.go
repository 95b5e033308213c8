package cli

import (
	"context"
	"io"
	"time"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Outside is all that a run sees of the world around it.
type Outside struct {
	Args     []string // without the program's own name
	In       io.Reader
	Out, Err io.Writer
	Env      func(string) string // as os.Getenv
	Now      func() time.Time
	Version  string
	Asking   bool // a person sits at both ends of In and Out and may be asked something
	Colours  bool // Out is a terminal
}

// The exit codes.
const (
	done     = 0
	failed   = 1
	wrongUse = 2
	doubtful = 3
)

// Run runs one command line and returns its exit code.
func Run(ctx context.Context, o Outside) int {
	a := newApp(o)
	root := a.tree()
	root.SetArgs(belowZero(o.Args))
	if completing(o.Args) {
		a.word(ctx, root)
	}
	err := root.ExecuteContext(ctx)
	// Where both end at one terminal, what was noticed on the way stands first, then
	// what was found, then what went wrong.
	err = either(err, a.margin.flush())
	err = either(err, a.paper.flush())
	if err != nil {
		a.complain(ctx, err)
	}
	return exitCode(either(err, a.margin.flush()))
}

// either is the first error there is.
func either(first, second error) error {
	if first != nil {
		return first
	}
	return second
}

// app is what the commands of one run share.
type app struct {
	out     Outside
	speaker *present.Speaker // nil until somebody speaks, see say
	paper   *paper           // standard output
	margin  *paper           // standard error
	today   rapport.Date
	system  rapport.Date // the day it really is
	flags   globals
	refused error    // why the book is only being read, nil if nothing keeps it
	codes   []string // of every command, in the order they are listed
}

// globals are the options every command takes.
type globals struct {
	book string // path as typed, "" when not
	lang string
}

func newApp(o Outside) *app {
	day := rapport.DateOf(o.Now())
	width := widthOf(o.Env)
	return &app{
		out: o, flags: peek(o.Args), today: day, system: day,
		paper:  newPaper(o.Out, width, colours(o)),
		margin: newPaper(o.Err, width, false),
	}
}

// day is the clock handed to the deeds.
func (a *app) day() rapport.Date { return a.today }

// another reports whether --on asks for a day that is not today.
func (a *app) another() bool { return a.today != a.system }
