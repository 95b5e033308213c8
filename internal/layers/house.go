package layers

// Room is a folder of the house and what may be done in it. Folders below a
// room belong to it.
type Room struct {
	Floor  int  // a room imports rooms of lower floors only; tests also its neighbours
	Fyne   bool // may import Fyne, and rooms that do
	Driver bool // may import fyne/v2/app, which needs cgo and a display
	SQL    bool // may import database/sql and the SQLite driver
	Clock  bool // may ask for the time and end the process
	Pure   bool // only computes: no disk, net, clock, chance or lock
	Worker bool // may start goroutines and call fyne.Do, in one single file
	Tool   bool // drives finished programs from outside: may start goroutines and open files
}

// Permit lets one room, or one file of it, make a call that opens or replaces
// files. Everyone else would risk the live book: closing any handle on it drops
// the locks SQLite holds there, for the whole process, and a second program's
// acknowledged write is then lost.
type Permit struct {
	In   string // a room or a file, from the root of the repository
	Call string // package.Function
	Why  string
}

// Budget says how large things may grow, in lines unless named otherwise.
type Budget struct {
	Function   int // the longest function
	Usual      int // nine of ten functions of a package stay within it
	UsualFrom  int // packages with fewer functions have no nine of ten to speak of
	File       int
	TestFile   int // tables of cases are long and still easy to read
	StructSize int // fields
}

// Rules are everything the checker holds a tree against.
type Rules struct {
	Module   string
	Rooms    map[string]Room
	Top      []string // names allowed in the root beside dot files
	Permits  []Permit
	Budget   Budget
	BadNames []string // package names that say nothing
}

// House is the plan of this repository, lowest floor first.
var House = Rules{
	Module: "github.com/rapport-desktop/rapport",
	Rooms: map[string]Room{
		"internal/rapport": {Floor: 0},

		"assets":            {Floor: 1},
		"internal/assess":   {Floor: 1, Pure: true},
		"internal/intake":   {Floor: 1, Pure: true},
		"internal/guide":    {Floor: 1, Pure: true},
		"internal/interest": {Floor: 1, Pure: true},
		"internal/ending":   {Floor: 1, Pure: true},
		"internal/paper":    {Floor: 3},

		"internal/book":    {Floor: 2, SQL: true},
		"internal/present": {Floor: 2},
		"internal/home":    {Floor: 2},

		"internal/practice": {Floor: 3},
		"internal/widgets":  {Floor: 3, Fyne: true},

		"internal/screen": {Floor: 4, Fyne: true},
		"internal/demo":   {Floor: 4},

		"internal/desktop": {Floor: 5, Fyne: true, Worker: true},
		"internal/cli":     {Floor: 5},

		"cmd/rapport":     {Floor: 6, Fyne: true, Driver: true, Clock: true},
		"cmd/rapport-cli": {Floor: 6, Clock: true},

		// The plan itself judges and is not judged for what it reads: it looks at
		// source files and at nothing else.
		"internal/layers": {Floor: 7},
		// Tools drive the finished programs from outside, as a person would: they
		// start processes, measure time and never open a book. The empty window
		// needs the driver to be a fair yardstick. No room may import them.
		"internal/tools": {Floor: 7, Fyne: true, Driver: true, Clock: true, Tool: true},
	},
	Top: []string{"cmd", "internal", "assets", "FyneApp.toml", "go.mod", "go.sum", "Makefile", "README.md", "LICENSE"},
	Permits: []Permit{
		{"internal/book/file.go", "os.Open", "the header, under the lock and before SQLite has the book; a copy's source; a folder to sync"},
		{"internal/book/file.go", "os.OpenFile", "the header, as above; files of our own that SQLite does not have open"},
		{"internal/book/file.go", "os.Rename", "gives a finished book or copy its name, after making sure the name is free"},
		{"internal/book/create.go", "os.CreateTemp", "a new book or copy is made private before SQLite opens it"},
		{"internal/book/create.go", "os.Remove", "takes away a book that was not finished, under its temporary name"},
		{"internal/book/backup.go", "os.Remove", "takes away a copy that did not pass its checks"},
		{"internal/book/open.go", "os.RemoveAll", "clears the folder in which a book that cannot be written was copied to be read"},
		{"internal/desktop/instance.go", "os.Remove", "a socket left by a window that did not end tidily, while the lock is ours"},
		{"internal/home/files.go", "os.Open", "reads what the user picked, after ruling out that it is the open book"},
		{"internal/home/files.go", "os.CreateTemp", "the new file grows beside the one it replaces"},
		{"internal/home/files.go", "os.Rename", "replaces a finished file in one step; the target is never the open book"},
		{"internal/home/files.go", "os.Remove", "takes its own unfinished file away"},
		{"internal/home/pointer.go", "os.ReadFile", "the pointer to the last book is our own small file"},
	},
	Budget: Budget{Function: 60, Usual: 35, UsualFrom: 20, File: 400, TestFile: 600, StructSize: 12},
	BadNames: []string{
		"util", "utils", "common", "models", "model", "helper", "helpers", "misc", "shared", "base", "mock", "mocks",
	},
}

// Imports that have one owner, or none.
const (
	fynePath    = "fyne.io/fyne/v2"
	driverPath  = "fyne.io/fyne/v2/app"
	fyneTest    = "fyne.io/fyne/v2/test"
	bindingPath = "fyne.io/fyne/v2/data/binding"
)

// sqlPaths are the roads to the database.
var sqlPaths = []string{"database/sql", "modernc.org/sqlite"}

// impurePaths are what a package that only computes has no use for. Chance is
// among them: a judgement must come out the same tomorrow.
var impurePaths = []string{
	"os", "net", "syscall", "io/ioutil", "sync", "context", "log",
	"math/rand", "crypto/rand", "golang.org/x/sys",
}

// clockCalls read the wall clock; today's date is handed down instead.
var clockCalls = []string{"time.Now", "time.Since", "time.Until"}

// waitCalls depend on time passing, which a computation must not.
var waitCalls = []string{"time.Sleep", "time.After", "time.Tick", "time.NewTimer", "time.NewTicker"}

// exitCalls end the process under everybody's feet.
var exitCalls = []string{"os.Exit", "log.Fatal", "log.Fatalf", "log.Fatalln"}

// threadCalls run code on another goroutine, or hand it to the one that paints.
var threadCalls = []string{fynePath + ".Do", fynePath + ".DoAndWait", "time.AfterFunc", "context.AfterFunc"}

// fileCalls open, replace or remove a file by name. Looking (os.Stat,
// os.ReadDir, os.SameFile) opens no book and is free.
var fileCalls = []string{
	"os.Open", "os.OpenFile", "os.OpenRoot", "os.OpenInRoot", "os.Create", "os.CreateTemp",
	"os.ReadFile", "os.WriteFile", "os.Truncate", "os.Rename", "os.Remove", "os.RemoveAll",
	"os.Link", "os.Symlink", "os.DirFS", "os.CopyFS",
	"io/ioutil.ReadFile", "io/ioutil.WriteFile", "syscall.Open",
}
