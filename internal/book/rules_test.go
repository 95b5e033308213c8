package book

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// R32, the static half: only a few functions may open files themselves, none of
// which runs while SQLite has the book.
func TestNothingOpensFilesPastSQLiteButAFewKnownFunctions(t *testing.T) {
	allowed := []string{"readHeader", "copyFile", "place", "newFile"}
	openers := []string{"Open", "OpenFile", "ReadFile", "WriteFile", "Create", "CreateTemp", "OpenRoot", "DirFS", "Truncate"}
	used := map[string]bool{}
	eachFunction(t, func(file, function string, body ast.Node) {
		ast.Inspect(body, func(n ast.Node) bool {
			call, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := call.X.(*ast.Ident)
			if ok && (pkg.Name == "os" || pkg.Name == "ioutil") && slices.Contains(openers, call.Sel.Name) {
				used[function] = true
				if !slices.Contains(allowed, function) {
					t.Errorf("%s: %s calls os.%s: the book may be open", file, function, call.Sel.Name)
				}
			}
			return true
		})
	})
	for _, name := range allowed {
		if !used[name] {
			t.Errorf("%s opens no file any more: strike it from the list", name)
		}
	}
}

func eachFunction(t *testing.T, visit func(file, function string, body ast.Node)) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) < 10 {
		t.Fatalf("found %v, %v", files, err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range parsed.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Body != nil {
				visit(file, f.Name.Name, f.Body)
			}
		}
	}
}

// Every problem of the package is worded in the four languages, with the
// particulars it carries and no others.
func TestEveryProblemIsWordedInFourLanguages(t *testing.T) {
	source, err := os.ReadFile("problem.go")
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string][]string{} // code to the arguments its comment names
	for _, m := range regexp.MustCompile(`Problem\{Code: "(\w+)"\}(?: +// ([^\n]*))?`).FindAllStringSubmatch(string(source), -1) {
		comment, _, _ := strings.Cut(m[2], ":")
		comment, _, _ = strings.Cut(comment, "(")
		declared["problem."+m[1]] = strings.FieldsFunc(comment, func(c rune) bool { return c == ',' || c == ' ' })
	}
	if len(declared) < 20 {
		t.Fatalf("found only %v", declared)
	}
	argument := regexp.MustCompile(`\{\{\.(\w+)\}\}`)
	for _, language := range []string{"en", "de", "tr", "nl"} {
		texts := map[string]string{}
		data, err := os.ReadFile("../../assets/text/book." + language + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Fatal(err)
		}
		for key, text := range texts {
			carried, known := declared[key]
			if !known {
				t.Errorf("%s: nothing raises %s", language, key)
			}
			for _, m := range argument.FindAllStringSubmatch(text, -1) {
				if !slices.Contains(carried, strings.ToLower(m[1])) {
					t.Errorf("%s: %s mentions %s, but carries %v", language, key, m[1], carried)
				}
			}
			if strings.ContainsAny(text, "!—") {
				t.Errorf("%s: %s is too loud: %s", language, key, text)
			}
		}
		for key := range declared {
			if texts[key] == "" {
				t.Errorf("%s: %s has no words", language, key)
			}
		}
	}
}
