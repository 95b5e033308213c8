package layers

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// TestTheHouse holds this repository to its plan.
func TestTheHouse(t *testing.T) {
	root, err := findRoot()
	if err != nil {
		t.Fatal(err)
	}
	found, err := Check(os.DirFS(root), House)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range found {
		t.Error(b)
	}
	if len(found) > 0 {
		t.Logf("%d breaches; the rules are in internal/layers/house.go", len(found))
	}
}

// findRoot climbs from the package to the folder of the module.
func findRoot() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder, nil
		}
		if filepath.Dir(folder) == folder {
			return "", fmt.Errorf("no go.mod above the package")
		}
		folder = filepath.Dir(folder)
	}
}

// cottage is a small house with a room of each sort.
var cottage = Rules{
	Module: "example.org/m",
	Rooms: map[string]Room{
		"internal/words":  {Floor: 0},
		"internal/think":  {Floor: 1, Pure: true},
		"internal/ponder": {Floor: 1, Pure: true},
		"internal/store":  {Floor: 2, SQL: true},
		"internal/draw":   {Floor: 3, Fyne: true},
		"internal/shell":  {Floor: 4, Fyne: true, Worker: true},
		"internal/text":   {Floor: 4},
		"cmd/window":      {Floor: 5, Fyne: true, Driver: true, Clock: true},
		"internal/tools":  {Floor: 6, Fyne: true, Driver: true, Clock: true, Tool: true},
	},
	Top:      []string{"internal", "cmd", "go.mod"},
	Budget:   Budget{Function: 6, Usual: 3, UsualFrom: 4, File: 30, TestFile: 40, StructSize: 2},
	BadNames: []string{"util"},
}

// check runs the checker on made-up files and returns "file:line: rule" of each
// breach.
func check(t *testing.T, rules Rules, files map[string]string) []string {
	t.Helper()
	tree := fstest.MapFS{}
	for name, text := range files {
		tree[name] = &fstest.MapFile{Data: []byte(text)}
	}
	found, err := Check(tree, rules)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, b := range found {
		if b.Text == "" {
			t.Errorf("%v says nothing", b)
		}
		got = append(got, fmt.Sprintf("%s:%d: %s", b.File, b.Line, b.Rule))
	}
	return got
}

// pkg writes a documented package of one file from its remaining lines, which
// begin on line 3.
func pkg(name string, lines ...string) string {
	return "// Package " + name + " is part of a test.\npackage " + name + "\n" + strings.Join(lines, "\n") + "\n"
}

func TestArrows(t *testing.T) {
	const m = "example.org/m/internal/"
	for name, c := range map[string]struct {
		file, text string
		want       []string
	}{
		"a lower floor may be reached": {
			"internal/store/a.go", pkg("store", `import _ "`+m+`think"`), nil},
		"a folder below a room belongs to it": {
			"internal/store/deep/a.go", pkg("deep", `import _ "`+m+`store"`), nil},
		"a higher floor may not be reached": {
			"internal/think/a.go", pkg("think", `import _ "`+m+`store"`), []string{"internal/think/a.go:3: floor"}},
		"a test may not reach a higher floor either": {
			"internal/think/a_test.go", "package think\n" + `import _ "` + m + `store"`, []string{"internal/think/a_test.go:2: floor"}},
		"neighbours do not know each other": {
			"internal/think/a.go", pkg("think", `import _ "`+m+`ponder"`), []string{"internal/think/a.go:3: floor"}},
		"a test may furnish itself next door": {
			"internal/think/a_test.go", "package think\n" + `import _ "` + m + `ponder"`, nil},
		"a room without a window does not reach one that draws": {
			"internal/text/a.go", pkg("text", `import _ "`+m+`draw"`), []string{"internal/text/a.go:3: fyne"}},
		"a folder in no plan is named": {
			"internal/shed/a.go", pkg("shed"), []string{"internal/shed/a.go:2: room"}},
		"an import of a folder in no plan is named": {
			"internal/text/a.go", pkg("text", `import _ "`+m+`shed"`), []string{"internal/text/a.go:3: room"}},
		"a package name that says nothing is named": {
			"internal/text/util/a.go", pkg("util"), []string{"internal/text/util/a.go:2: name"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := check(t, cottage, map[string]string{c.file: c.text})
			if diff := cmp.Diff(append([]string{}, c.want...), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestOwners(t *testing.T) {
	for name, c := range map[string]struct {
		file, imported, want string
	}{
		"fyne in a room that draws":              {"internal/draw/a.go", "fyne.io/fyne/v2/widget", ""},
		"fyne in a room without a window":        {"internal/text/a.go", "fyne.io/fyne/v2", "fyne"},
		"fyne in a test without a window":        {"internal/text/a_test.go", "fyne.io/fyne/v2/test", "fyne"},
		"the driver in the program":              {"cmd/window/a.go", "fyne.io/fyne/v2/app", ""},
		"the driver in the shell":                {"internal/shell/a.go", "fyne.io/fyne/v2/app", "driver"},
		"the driver in a test of the shell":      {"internal/shell/a_test.go", "fyne.io/fyne/v2/app", "driver"},
		"the test driver in a test that draws":   {"internal/draw/a_test.go", "fyne.io/fyne/v2/test", ""},
		"the test driver outside tests":          {"internal/draw/a.go", "fyne.io/fyne/v2/test", "driver"},
		"data binding":                           {"internal/draw/a.go", "fyne.io/fyne/v2/data/binding", "fyne"},
		"sql in the store":                       {"internal/store/a.go", "database/sql", ""},
		"sql outside the store":                  {"internal/text/a.go", "database/sql", "sql"},
		"the driver's inside outside the store":  {"internal/text/a.go", "modernc.org/sqlite/lib", "sql"},
		"sql in a test, to measure against":      {"internal/text/a_test.go", "database/sql", ""},
		"the disk where things are computed":     {"internal/think/a.go", "os", "pure"},
		"the net where things are computed":      {"internal/think/a.go", "net/http", "pure"},
		"chance where things are computed":       {"internal/think/a.go", "math/rand/v2", "pure"},
		"a library that only sounds like net":    {"internal/think/a.go", "network", ""},
		"the disk in a test of what is computed": {"internal/think/a_test.go", "os", ""},
		"a library in the vocabulary":            {"internal/words/a.go", "github.com/some/library", "pure"},
		"uuid in the vocabulary":                 {"internal/words/a.go", "github.com/google/uuid", ""},
	} {
		t.Run(name, func(t *testing.T) {
			text := pkg(filepath.Base(filepath.Dir(c.file)), `import _ "`+c.imported+`"`)
			if c.file == "cmd/window/a.go" {
				text = "// The program of this test is small.\npackage main\n" + `import _ "` + c.imported + `"`
			}
			want := []string{}
			if c.want != "" {
				want = append(want, c.file+":3: "+c.want)
			}
			if diff := cmp.Diff(want, check(t, cottage, map[string]string{c.file: text})); diff != "" {
				t.Error(diff)
			}
		})
	}
	got := check(t, cottage, map[string]string{"internal/text/a.go": pkg("text", `import . "fmt"`, `var _ = Sprint()`)})
	if diff := cmp.Diff([]string{"internal/text/a.go:3: import"}, got); diff != "" {
		t.Error("a dot import:", diff)
	}
}

func TestUses(t *testing.T) {
	for name, c := range map[string]struct {
		room, imported, code, want string
	}{
		"the time in a room":                        {"text", "time", "time.Now()", "clock"},
		"the time under another name":               {"text", `clock "time`, "clock.Now()", "clock"},
		"the time handed on uncalled":               {"text", "time", "run(time.Now)", "clock"},
		"the time since":                            {"text", "time", "time.Since(x)", "clock"},
		"a date is not the time":                    {"text", "time", "time.Date(1, 1, 1)", ""},
		"a method called Now of something else":     {"text", "time", "thing.Now()", ""},
		"a tool measures time":                      {"tools", "time", "time.Now()", ""},
		"waiting where things are computed":         {"think", "time", "time.Sleep(1)", "pure"},
		"the end of the process":                    {"text", "os", "os.Exit(1)", "exit"},
		"the end of the process by the log":         {"text", "log", "log.Fatal(1)", "exit"},
		"a goroutine in a room":                     {"text", "fmt", "go fmt.Println()", "thread"},
		"a goroutine in the worker's room":          {"shell", "fmt", "go fmt.Println()", ""},
		"a goroutine of a wait group":               {"text", "fmt", "group.Go(func() {})", "thread"},
		"a goroutine of a timer":                    {"draw", "time", "time.AfterFunc(1, f)", "thread"},
		"the painter called in a room that draws":   {"draw", "fyne.io/fyne/v2", "fyne.Do(f)", "thread"},
		"the painter called in the worker's room":   {"shell", "fyne.io/fyne/v2", "fyne.Do(f)", ""},
		"a file opened without permit":              {"text", "os", "os.Open(name)", "files"},
		"a file replaced without permit":            {"store", "os", "os.Rename(a, b)", "files"},
		"a file only looked at":                     {"text", "os", "os.Stat(name)", ""},
		"a file opened by a tool":                   {"tools", "os", "os.ReadFile(name)", ""},
		"a word of the same name without an import": {"text", "fmt", "os.Open(name)", ""},
	} {
		t.Run(name, func(t *testing.T) {
			file := "internal/" + c.room + "/a.go"
			text := pkg(c.room, `import "`+c.imported+`"`, "func f() {", c.code, "}")
			if alias, path, ok := strings.Cut(c.imported, ` "`); ok {
				text = pkg(c.room, `import `+alias+` "`+path+`"`, "func f() {", c.code, "}")
			}
			want := []string{}
			if c.want != "" {
				want = append(want, file+":5: "+c.want)
			}
			if diff := cmp.Diff(want, check(t, cottage, map[string]string{file: text})); diff != "" {
				t.Error(diff)
			}
			test := check(t, cottage, map[string]string{"internal/" + c.room + "/a_test.go": text})
			if len(test) > 0 {
				t.Error("a test may do it, yet got", test)
			}
		})
	}
}
