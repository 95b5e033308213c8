package cli_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"flag"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	_ "modernc.org/sqlite"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/cli"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"rapport-cli": func() {
		os.Exit(cli.Run(context.Background(), cli.Outside{
			Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
			Env: os.Getenv, Now: time.Now, Version: "v0.0.0-test",
		}))
	}})
}

// TestScripts tells the stories in testdata/script. Beside the usual commands
// they know:
//
//	rapport CODE ARGS…   runs the program and wants that exit code
//	hold BOOK            keeps the book open in this process, as a window would
//	spoil HOW BOOK       makes the book newer, foreign, short or broken
//	many FILE            writes a journal of a thousand faulty rows
//	write FILE TEXT      writes bytes with Go's escapes; {MiB} is that much text
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			for _, name := range []string{"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"} {
				env.Setenv(name, filepath.Join(env.WorkDir, name))
			}
			env.Setenv("RAPPORT_BOOK", filepath.Join(env.WorkDir, "book.rapport"))
			env.Setenv("RAPPORT_LANG", "en")
			env.Setenv("COLUMNS", "160")
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("no such condition: " + name)
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"rapport": runWanting,
			"hold":    hold,
			"spoil":   spoil,
			"write":   write,
			"many":    many,
		},
	})
}

func runWanting(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: rapport CODE ARGS…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec("rapport-cli", args[1:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func hold(ts *testscript.TestScript, _ bool, args []string) {
	b, err := book.Open(context.Background(), ts.MkAbs(args[0]), book.Options{Now: time.Now})
	ts.Check(err)
	ts.Defer(func() { _ = b.Close() })
}

func write(ts *testscript.TestScript, _ bool, args []string) {
	text, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	text = strings.ReplaceAll(text, "{MiB}", strings.Repeat("words ", 1<<20/6)+"abcd")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o600))
}

func many(ts *testscript.TestScript, _ bool, args []string) {
	rows := strings.Repeat("Acme,2026-02-30,praise\n", 1000)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte("client,date,kind\n"+rows), 0o600))
}

func spoil(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[1])
	pragma := ""
	switch args[0] {
	case "newer":
		pragma = "PRAGMA user_version = 999"
	case "foreign":
		pragma = "PRAGMA application_id = 7"
	case "short":
		ts.Check(os.Truncate(path, 5000))
		return
	case "broken": // all but the first page
		data, err := os.ReadFile(path)
		ts.Check(err)
		copy(data[4096:], bytes.Repeat([]byte{0xff}, len(data)))
		ts.Check(os.WriteFile(path, data, 0o600))
		return
	default:
		ts.Fatalf("cannot spoil a book as %q", args[0])
	}
	address := url.URL{Scheme: "file", Path: path}
	db, err := sql.Open("sqlite", address.String())
	ts.Check(err)
	_, err = db.Exec(pragma)
	ts.Check(errors.Join(err, db.Close()))
}
