package present_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/present"
)

// refusal is a call of rapport.Refuse with its arguments written out.
type refusal struct {
	sentinel string // package and name, such as rapport.ErrDateForm
	args     []string
	at       token.Position
}

// refusals finds the sentinels of problems (by package and name, with their
// codes) and every call of Refuse that writes its arguments out.
func refusals(t *testing.T) (codes map[string]string, calls []refusal) {
	t.Helper()
	codes = make(map[string]string)
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, value := range n.Values {
					if code := problemCode(value); code != "" {
						codes[file.Name.Name+"."+n.Names[i].Name] = code
					}
				}
			case *ast.CallExpr:
				if r, ok := refuseCall(file.Name.Name, n); ok {
					r.at = files.Position(n.Pos())
					calls = append(calls, r)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return codes, calls
}

// problemCode returns the code in &Problem{Code: "…"}.
func problemCode(e ast.Expr) string {
	address, ok := e.(*ast.UnaryExpr)
	if !ok {
		return ""
	}
	lit, ok := address.X.(*ast.CompositeLit)
	if !ok || typeName(lit.Type) != "Problem" || len(lit.Elts) == 0 {
		return ""
	}
	pair, ok := lit.Elts[0].(*ast.KeyValueExpr)
	if !ok {
		return ""
	}
	code, _ := literal(pair.Value)
	return code
}

// refuseCall reads Refuse(sentinel, Args{"a": …}) or Refuse(sentinel, nil).
func refuseCall(home string, call *ast.CallExpr) (r refusal, ok bool) {
	if typeName(call.Fun) != "Refuse" || len(call.Args) != 2 {
		return r, false
	}
	switch sentinel := call.Args[0].(type) {
	case *ast.Ident:
		r.sentinel = home + "." + sentinel.Name
	case *ast.SelectorExpr:
		r.sentinel = typeName(sentinel.X) + "." + sentinel.Sel.Name
	}
	switch args := call.Args[1].(type) {
	case *ast.Ident:
		return r, args.Name == "nil"
	case *ast.CompositeLit:
		for _, element := range args.Elts {
			pair, isPair := element.(*ast.KeyValueExpr)
			if !isPair {
				return r, false
			}
			name, _ := literal(pair.Key)
			r.args = append(r.args, present.Titled(name))
		}
		return r, true
	}
	return r, false
}

func TestEveryRefusalBringsWhatItsSentenceNeeds(t *testing.T) {
	sentences := make(map[string]text)
	for _, area := range areas(t) {
		for key, forms := range areaTexts(t, area, present.English) {
			if code, ok := strings.CutPrefix(key, "problem."); ok {
				sentences[code] = forms
			}
		}
	}
	codes, calls := refusals(t)
	checked := 0
	for _, call := range calls {
		forms := sentences[codes[call.sentinel]]
		if forms == nil {
			continue // TestEveryProblemHasItsSentence reports it
		}
		checked++
		for _, form := range forms {
			for _, name := range variables(form) {
				counted := name == "N" && slices.Contains(call.args, "Count")
				if !counted && !slices.Contains(call.args, name) {
					t.Errorf("%s: the sentence of %s needs {{.%s}}", call.at, call.sentinel, name)
				}
			}
		}
	}
	if checked < 25 {
		t.Errorf("only %d refusals were found", checked)
	}
}
