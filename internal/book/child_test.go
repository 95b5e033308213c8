package book

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Some faults need a second process: the test binary starts itself again with
// childVar naming what to do, and childBook the book to do it to.
const (
	childVar  = "RAPPORT_BOOK_TEST_CHILD"
	childBook = "RAPPORT_BOOK_TEST_PATH"
)

func TestMain(m *testing.M) {
	if deed, path := os.Getenv(childVar), os.Getenv(childBook); deed != "" {
		if err := child(deed, path); err != nil {
			fmt.Println("ERROR", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func child(deed, path string) error {
	ctx := context.Background()
	name, arg, _ := strings.Cut(deed, " ")
	switch name {
	case "write": // one entry a deed until killed, each told when stored
		return writeForever(ctx, path)
	case "hold": // the book, until the input ends
		b, err := Open(ctx, path, Options{Now: time.Now})
		if err != nil {
			return err
		}
		fmt.Println("READY")
		_, _ = io.Copy(io.Discard, os.Stdin)
		return b.Close()
	case "lock": // the file, as another program would
		c, err := connect(ctx, path, access{mode: "rw", busy: 1000})
		if err != nil {
			return err
		}
		if err := c.script(ctx, "BEGIN EXCLUSIVE"); err != nil {
			return err
		}
		fmt.Println("READY")
		_, _ = io.Copy(io.Discard, os.Stdin)
		return c.close()
	case "trylock": // is the file free?
		c, err := connect(ctx, path, access{mode: "rw", busy: 0})
		if err != nil {
			return err
		}
		return c.script(ctx, "BEGIN IMMEDIATE; ROLLBACK")
	case "migrate": // and be killed before the given statement
		return migrateAndDie(ctx, path, arg)
	case "look": // at a book where nothing may be written
		return look(ctx, path)
	}
	return fmt.Errorf("no such deed: %s", deed)
}

func writeForever(ctx context.Context, path string) error {
	b, err := Open(ctx, path, Options{Now: time.Now})
	if err != nil {
		return err
	}
	c := client("Client " + rapport.NewID().String())
	if err := b.Write(ctx, Step{Name: "client"}, func(tx *Tx) error { return tx.AddClient(c) }); err != nil {
		return err
	}
	for {
		one, two := entry(c, 1, rapport.Praise), entry(c, 2, rapport.Demand)
		if err := b.Write(ctx, Step{Name: "log"}, func(tx *Tx) error {
			return firstError(tx.AddEntry(one), tx.AddEntry(two))
		}); err != nil {
			return err
		}
		fmt.Println("ACK", one.ID, two.ID)
	}
}

func migrateAndDie(ctx context.Context, path, arg string) error {
	at, err := strconv.Atoi(arg)
	if err != nil {
		return err
	}
	p := nextVersion()
	p.before = func(n int, _ string) {
		if n == at {
			dieNow()
		}
	}
	b, err := open(ctx, path, Options{Now: time.Now}, p)
	if err != nil {
		return err
	}
	return b.Close()
}

// dieNow is a kill -9 from inside.
func dieNow() {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	if err != nil {
		panic(err)
	}
	select {}
}

// look opens a book where nothing may be written: to write it must be refused by
// name, to read it must work.
func look(ctx context.Context, path string) error {
	if err := tryOpen(path, Options{Now: time.Now}); !errors.Is(err, ErrReadOnly) {
		return fmt.Errorf("opened to write: %w", err)
	}
	b, err := Open(ctx, path, Options{Now: time.Now, ReadOnly: true})
	if err != nil {
		return fmt.Errorf("opened to read: %w", err)
	}
	err = b.Read(ctx, func(tx *Tx) error {
		n, err := tx.JournalCount(Filter{})
		fmt.Println("ENTRIES", n)
		return err
	})
	return errors.Join(err, b.Close())
}

func command(t testing.TB, deed, path string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childVar+"="+deed, childBook+"="+path)
	return cmd
}

// running is a child that said it is ready.
type running struct {
	cmd   *exec.Cmd
	lines *bufio.Scanner
	input io.Closer
}

func start(t testing.TB, deed, path string) *running {
	t.Helper()
	cmd := command(t, deed, path)
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
	return &running{cmd: cmd, lines: bufio.NewScanner(out), input: in}
}

func (r *running) ready(t testing.TB) {
	t.Helper()
	if !r.lines.Scan() || r.lines.Text() != "READY" {
		t.Fatalf("the child says %q", r.lines.Text())
	}
}

// stop lets the child finish in peace.
func (r *running) stop(t testing.TB) {
	t.Helper()
	_ = r.input.Close()
	if err := r.cmd.Wait(); err != nil {
		t.Errorf("the child: %v", err)
	}
}

func (r *running) kill() {
	_ = r.cmd.Process.Kill()
	_ = r.cmd.Wait()
}
