package layers

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestGoroutinesOfTheWorkerStayInOneFile(t *testing.T) {
	worker := pkg("shell", "func f() {", "go f()", "go f()", "}")
	got := check(t, cottage, map[string]string{"internal/shell/a.go": worker})
	if len(got) > 0 {
		t.Error("one file may hold several:", got)
	}
	got = check(t, cottage, map[string]string{"internal/shell/a.go": worker, "internal/shell/b.go": worker})
	want := []string{"internal/shell/a.go:4: thread", "internal/shell/b.go:4: thread"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPermits(t *testing.T) {
	rules := cottage
	opens := pkg("text", `import "os"`, "func f() {", `os.Open("a")`, "}")
	files := map[string]string{"internal/text/a.go": opens, "internal/text/b.go": opens}

	rules.Permits = []Permit{{"internal/text/a.go", "os.Open", "it is ours"}}
	got := check(t, rules, files)
	if diff := cmp.Diff([]string{"internal/text/b.go:5: files"}, got); diff != "" {
		t.Error("a permit is for one file and not its neighbour:", diff)
	}
	rules.Permits = []Permit{{"internal/text", "os.Open", "they are ours"}, {"internal/text", "os.Create", "stale"}}
	got = check(t, rules, files)
	if diff := cmp.Diff([]string{"internal/text:1: permit"}, got); diff != "" {
		t.Error("a permit nobody needs is taken back:", diff)
	}
	rules.Permits = []Permit{{"internal/text", "os.Open", " "}}
	got = check(t, rules, files)
	if diff := cmp.Diff([]string{"internal/text:1: permit"}, got); diff != "" {
		t.Error("a permit needs a reason:", diff)
	}
}

func TestSizes(t *testing.T) {
	long := func(name string, lines int) string {
		return "func " + name + "() {\n" + strings.Repeat("f()\n", lines-2) + "}"
	}
	for name, c := range map[string]struct {
		file, text string
		want       []string
	}{
		"a function at the limit": {"internal/text/a.go", pkg("text", long("f", 6)), nil},
		"a function over it":      {"internal/text/a.go", pkg("text", long("f", 7)), []string{"internal/text/a.go:3: size"}},
		"a long function in a test": {
			"internal/text/a_test.go", "package text\n" + long("f", 7), nil},
		"too many functions of more than the usual length": {
			"internal/text/a.go", pkg("text", long("a", 2), long("b", 2), long("c", 2), long("d", 5)), []string{"internal/text/a.go:9: size"}},
		"one in ten may be longer": {
			"internal/text/a.go", pkg("text", long("a", 2), long("b", 2), long("c", 2), long("d", 2), long("e", 2),
				long("g", 2), long("h", 2), long("i", 2), long("j", 2), long("k", 6)), nil},
		"too few functions to speak of a usual length": {
			"internal/text/a.go", pkg("text", long("a", 5), long("b", 5), long("c", 5)), nil},
		"a file at the limit": {"internal/text/a.go", pkg("text", strings.Repeat("\n", 25)), nil},
		"a file over it":      {"internal/text/a.go", pkg("text", strings.Repeat("\n", 35)), []string{"internal/text/a.go:1: size"}},
		"a test file may be longer": {
			"internal/text/a_test.go", pkg("text", strings.Repeat("\n", 35)), nil},
		"a test file over its own limit": {
			"internal/text/a_test.go", pkg("text", strings.Repeat("\n", 45)), []string{"internal/text/a_test.go:1: size"}},
		"a struct with more fields than a hand can hold": {
			"internal/text/a.go", pkg("text", "type s struct {", "a, b int", "c", "}"), []string{"internal/text/a.go:3: size"}},
		"a struct without a name": {
			"internal/text/a.go", pkg("text", "var s struct { a, b, c int }"), []string{"internal/text/a.go:3: size"}},
	} {
		t.Run(name, func(t *testing.T) {
			got := check(t, cottage, map[string]string{c.file: c.text})
			if diff := cmp.Diff(append([]string{}, c.want...), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDocs(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want int // line of the breach, 0 for none
	}{
		"a package without a comment":             {"package text\n", 1},
		"a package comment that starts elsewhere": {"// Nice things.\npackage text\n", 2},
		"a program's comment is free":             {"// The program that shows the book.\npackage main\n", 0},
		"a program without a comment":             {"package main\n", 1},
		"an exported function without":            {pkg("text", "func F() {}"), 3},
		"an exported function with":               {pkg("text", "// F does it.", "func F() {}"), 0},
		"a comment about something else":          {pkg("text", "// It does it.", "func F() {}"), 4},
		"a comment that only repeats the name":    {pkg("text", "// F", "func F() {}"), 4},
		"a type with an article":                  {pkg("text", "// A T is it.", "type T int"), 0},
		"a type without":                          {pkg("text", "type T int"), 3},
		"a type in a group without":               {pkg("text", "// T and so on.", "type (", "T int", ")"), 5},
		"a method of an exported type":            {pkg("text", "func (t *T[K]) M() {}"), 3},
		"a method of a hidden type":               {pkg("text", "func (t *t) M() {}"), 0},
		"a hidden function":                       {pkg("text", "func f() {}"), 0},
		"constants share a comment":               {pkg("text", "// The codes.", "const (", "A = 1", "B = 2", ")"), 0},
		"a constant with one beside it":           {pkg("text", "const (", "A = 1 // first", ")"), 0},
		"a variable without":                      {pkg("text", "var A, b = 1, 2"), 3},
	} {
		t.Run(name, func(t *testing.T) {
			want := []string{}
			if c.want > 0 {
				want = append(want, "internal/text/a.go:"+string(rune('0'+c.want))+": doc")
			}
			if diff := cmp.Diff(want, check(t, cottage, map[string]string{"internal/text/a.go": c.text})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWords(t *testing.T) {
	home, root, work, windows := "/ho"+"me/ada/x", "/ro"+"ot/x", "/wo"+"rk/x", `C:\Us`+`ers\ada`
	files := map[string]string{
		"go.mod":                       "module m\n// see " + root + "\n",
		".ci/run":                      "cd " + work + "\n",
		"internal/text/a.go":           pkg("text", "var a = `"+home+"`", "// TO"+"DO later", "var b = `"+windows+"`"),
		"internal/text/b.go":           pkg("text", "// see example.org/home/ada, internal/work/x, $d/root/x and ~/home/x", "var c = `/homely`"),
		"internal/text/testdata/a.csv": "client\n" + home + "\n",
		"internal/text/testdata/a.png": home,
		".build/log.txt":               home,
	}
	want := []string{
		".ci/run:1: words", "go.mod:2: words", "internal/text/a.go:3: words", "internal/text/a.go:4: words",
		"internal/text/a.go:5: words", "internal/text/testdata/a.csv:2: words",
	}
	if diff := cmp.Diff(want, check(t, cottage, files)); diff != "" {
		t.Error(diff)
	}
}

func TestTopAndBrokenSource(t *testing.T) {
	got := check(t, cottage, map[string]string{
		"scripts/run.sh": "", "go.mod": "", ".gitignore": "", "internal/text/a.go": "package",
		"internal/text/testdata/broken.go": "package",
	})
	want := []string{"internal/text/a.go:1: parse", "scripts:1: top"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestABreachIsReadByEditors(t *testing.T) {
	got := Breach{File: "a/b.go", Line: 3, Rule: "size", Text: "too long"}.String()
	if got != "a/b.go:3: size: too long" {
		t.Error(got)
	}
}

func TestATreeThatCannotBeReadIsAnError(t *testing.T) {
	if _, err := Check(fstest.MapFS{".": &fstest.MapFile{}}, cottage); err == nil {
		t.Error("no error")
	}
}
