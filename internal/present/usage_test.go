package present_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/present"
)

// source is what the program's code says about texts.
type source struct {
	literals map[string]bool   // every string literal
	problems map[string]string // codes of problems declared, by position
	asked    []asked
}

// asked is a literal handed to T or N: a whole key, or with code appended to it.
type asked struct {
	method, key string
	prefix      bool
	at          token.Position
}

// readSource walks every Go file of the program but its tests.
func readSource(t *testing.T) source {
	t.Helper()
	found := source{literals: make(map[string]bool), problems: make(map[string]string)}
	files := token.NewFileSet()
	for _, root := range []string{"../../internal", "../../cmd"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool { found.note(files, n); return true })
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return found
}

func (s *source) note(files *token.FileSet, n ast.Node) {
	switch n := n.(type) {
	case *ast.BasicLit:
		if text, ok := literal(n); ok {
			s.literals[text] = true
		}
	case *ast.CallExpr:
		if fun, ok := n.Fun.(*ast.SelectorExpr); ok && (fun.Sel.Name == "T" || fun.Sel.Name == "N") && len(n.Args) > 0 {
			if key, whole := beginning(n.Args[0]); key != "" {
				s.asked = append(s.asked, asked{fun.Sel.Name, key, !whole, files.Position(n.Pos())})
			}
		}
	case *ast.CompositeLit:
		if name := typeName(n.Type); name == "Problem" {
			for _, element := range n.Elts {
				pair, ok := element.(*ast.KeyValueExpr)
				if !ok {
					continue
				}
				field, _ := pair.Key.(*ast.Ident)
				if code, ok := literal(pair.Value); ok && field != nil && field.Name == "Code" {
					s.problems[code] = files.Position(n.Pos()).String()
				}
			}
		}
	}
}

// literal returns the value of a string literal.
func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(lit.Value)
	return text, err == nil
}

// beginning returns the literal an expression begins with, and whether it is the
// whole of it.
func beginning(e ast.Expr) (text string, whole bool) {
	if text, ok := literal(e); ok {
		return text, true
	}
	if sum, ok := e.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		text, _ := beginning(sum.X)
		return text, false
	}
	return "", false
}

func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	default:
		return ""
	}
}

// reaches reports whether code can ask for a key: by its literal, or by a literal
// that ends in a point and begins it. Sentences of problems are asked for by the
// codes declared.
func (s source) reaches(key string) bool {
	if code, ok := strings.CutPrefix(key, "problem."); ok {
		return s.problems[code] != ""
	}
	if s.literals[key] {
		return true
	}
	for i, r := range key {
		if r == '.' && s.literals[key[:i+1]] {
			return true
		}
	}
	return false
}

func TestEveryTextIsReachedByCode(t *testing.T) {
	code := readSource(t)
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		for key := range in[present.English] {
			if !code.reaches(key) {
				t.Errorf("%s: no code asks for %s", area, key)
			}
		}
	})
}

func TestCodeAsksOnlyForTextsThatExist(t *testing.T) {
	texts := make(map[string]text)
	eachArea(t, func(t *testing.T, area string, in map[present.Language]map[string]text) {
		for key, forms := range in[present.English] {
			texts[key] = forms
		}
	})
	for _, a := range readSource(t).asked {
		switch {
		case a.prefix:
			known := slices.ContainsFunc(mapKeys(texts), func(key string) bool { return strings.HasPrefix(key, a.key) })
			if !known || !strings.HasSuffix(a.key, ".") {
				t.Errorf("%s: %q begins no text", a.at, a.key)
			}
		case texts[a.key] == nil:
			t.Errorf("%s: there is no text %s", a.at, a.key)
		case a.method == "N" && len(texts[a.key]) == 1:
			t.Errorf("%s: %s has no plural forms; ask with T", a.at, a.key)
		case a.method == "T" && len(texts[a.key]) > 1:
			t.Errorf("%s: %s has plural forms; ask with N", a.at, a.key)
		}
	}
}

func TestEveryProblemHasItsSentence(t *testing.T) {
	english := present.NewSpeaker(present.English, present.BritishFormats)
	for code, at := range readSource(t).problems {
		if !english.Has("problem." + code) {
			t.Errorf("%s: problem.%s is not worded", at, code)
		}
	}
}

func TestEveryFieldRefusedHasItsName(t *testing.T) {
	field := regexp.MustCompile(`(?:"field":\s*|check(?:Text|Line|Name|Day|AnyDay)\()"([a-z_]+)"`)
	english := present.NewSpeaker(present.English, present.BritishFormats)
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		data, err := os.ReadFile(path)
		for _, match := range field.FindAllStringSubmatch(string(data), -1) {
			if !english.Has("field." + match[1]) {
				t.Errorf("%s: field.%s is not worded", path, match[1])
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func mapKeys(texts map[string]text) []string {
	keys := make([]string, 0, len(texts))
	for key := range texts {
		keys = append(keys, key)
	}
	return keys
}
