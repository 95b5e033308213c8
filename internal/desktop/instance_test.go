package desktop

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/screen"
)

// Two programs on one book take two processes: the test binary starts itself
// again with childVar naming what to be, and childHome whose folders to use.
const (
	childVar  = "RAPPORT_DESKTOP_TEST_CHILD"
	childHome = "RAPPORT_DESKTOP_TEST_HOME"
)

// foldersIn are the folders of a user below one folder.
func foldersIn(folder string) home.Folders {
	return home.Folders{Data: filepath.Join(folder, "data"), State: filepath.Join(folder, "state"), Runtime: filepath.Join(folder, "run")}
}

// TestChild is no test but what the other process runs.
func TestChild(t *testing.T) {
	folders := foldersIn(os.Getenv(childHome))
	switch os.Getenv(childVar) {
	case "":
		t.Skip("only for the tests beside it")
	case "window": // that is open until the input ends
		s := raiseIn(t, "en", folders)
		s.window = &fronted{Window: s.window}
		s.start(screen.Opening{})
		s.settle()
		s.attend()
	case "command": // that works on the book until the input ends
		b, err := book.Open(t.Context(), folders.Book(), book.Options{Now: time.Now})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("READY")
		_, _ = io.Copy(io.Discard, os.Stdin)
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// fronted is a window that says when it is to come to the front.
type fronted struct{ fyne.Window }

func (fronted) RequestFocus() { fmt.Println("RAISED") }

// attend is the main loop of a child's window.
func (s *stage) attend() {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_, _ = io.Copy(io.Discard, os.Stdin)
	}()
	fmt.Println("READY")
	for {
		select {
		case f := <-s.todo:
			f()
		case <-ended:
			s.quit()
			return
		}
	}
}

// child is another process.
type child struct {
	t     *testing.T
	cmd   *exec.Cmd
	lines *bufio.Scanner
	input io.Closer
}

func startChild(t *testing.T, as string, folders home.Folders) *child {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), hung)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestChild$")
	cmd.Env = append(os.Environ(), childVar+"="+as, childHome+"="+filepath.Dir(folders.Data))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	c := &child{t: t, cmd: cmd, lines: bufio.NewScanner(out), input: in}
	c.hear("READY")
	return c
}

// hear waits for a line of the child.
func (c *child) hear(wanted string) {
	c.t.Helper()
	var heard []string
	for c.lines.Scan() {
		if c.lines.Text() == wanted {
			return
		}
		heard = append(heard, c.lines.Text())
	}
	c.t.Fatalf("the child never says %s:\n%s", wanted, strings.Join(heard, "\n"))
}

// end lets the child finish in peace.
func (c *child) end() {
	c.t.Helper()
	_ = c.input.Close()
	for c.lines.Scan() { // Wait must not come before the last line
	}
	if err := c.cmd.Wait(); err != nil {
		c.t.Errorf("the child: %v", err)
	}
}

// kill ends the child as a crash would.
func (c *child) kill() {
	_ = c.cmd.Process.Kill()
	_ = c.cmd.Wait()
}

// newBook makes an empty book in the usual place.
func newBook(t *testing.T, folders home.Folders) string {
	t.Helper()
	if err := folders.Make(); err != nil {
		t.Fatal(err)
	}
	b, err := book.Create(t.Context(), folders.Book(), book.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	return folders.Book()
}

// left reports whether the window has closed.
func (s *stage) left() bool { return s.worker.ctx.Err() != nil }

func TestASecondStartRaisesTheFirstWindowAndLeaves(t *testing.T) {
	folders := lodge(t)
	newBook(t, folders)
	first := startChild(t, "window", folders)
	defer first.end()
	for range 2 { // it goes on listening
		second := raiseIn(t, "en", folders)
		began := time.Now()
		second.start(screen.Opening{})
		second.settle()
		first.hear("RAISED")
		if !second.left() {
			t.Fatal("the second start stays:", second.texts())
		}
		if took := time.Since(began); took > closingTime {
			t.Errorf("leaving took %v", took)
		}
	}
}

func TestABookLeftByAKilledWindowOpensWithoutHelp(t *testing.T) {
	folders := lodge(t)
	newBook(t, folders)
	startChild(t, "window", folders).kill()
	socket, err := folders.Instance(folders.Book())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(socket); err != nil {
		t.Fatal("the crash left no socket behind, so this tests nothing:", err)
	}
	s := raiseIn(t, "en", folders)
	s.start(screen.Opening{})
	s.settle()
	s.says("My book", "Begin with the client on your mind")
	if !s.raiseOther(folders.Book()) {
		t.Error("the window does not listen for a second start")
	}
}

func TestABookInUseElsewhereIsRefusedAndOpensOnceItIsFree(t *testing.T) {
	folders := lodge(t)
	newBook(t, folders)
	other := startChild(t, "command", folders)
	s := raiseIn(t, "en", folders)
	s.start(screen.Opening{})
	s.settle()
	s.says("The book could not be opened", "is already open in another Rapport")
	if s.left() {
		t.Fatal("the window left although nobody came to the front")
	}
	s.click("Try again")
	s.says("is already open in another Rapport")
	other.end()
	s.click("Try again")
	s.says("My book")
}
