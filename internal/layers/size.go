package layers

import (
	"go/ast"
	"go/token"
	"path"
	"slices"
)

// checkSizes holds a file, its functions and its structs to the budget. Lines
// are counted from the first to the last of the declaration, comments inside
// included and the doc comment above not. Tests are held to a file's length only.
func (c *checker) checkSizes(f *source) {
	limit := c.rules.Budget.File
	if f.test {
		limit = c.rules.Budget.TestFile
	}
	if lines := c.set.File(f.ast.FileStart).LineCount(); lines > limit {
		c.at(f.ast.FileStart, "size", "%d lines in a file, at most %d", lines, limit)
	}
	if f.test {
		return
	}
	for _, decl := range f.ast.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok {
			if lines := c.lines(fn); lines > c.rules.Budget.Function {
				c.at(fn.Pos(), "size", "%s has %d lines, at most %d", fn.Name.Name, lines, c.rules.Budget.Function)
			}
		}
	}
	ast.Inspect(f.ast, func(n ast.Node) bool {
		if s, ok := n.(*ast.StructType); ok && s.Fields != nil {
			if fields := countFields(s); fields > c.rules.Budget.StructSize {
				c.at(s.Pos(), "size", "a struct of %d fields, at most %d: group what belongs together", fields, c.rules.Budget.StructSize)
			}
		}
		return true
	})
}

// checkUsual holds nine of ten functions of each package to the usual length, and
// names those that are longer.
func (c *checker) checkUsual() {
	functions := map[string][]*ast.FuncDecl{}
	for _, f := range c.files {
		if f.test {
			continue
		}
		for _, decl := range f.ast.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				functions[path.Dir(f.path)] = append(functions[path.Dir(f.path)], fn)
			}
		}
	}
	for folder, all := range functions {
		if len(all) < c.rules.Budget.UsualFrom {
			continue
		}
		slices.SortFunc(all, func(a, b *ast.FuncDecl) int { return c.lines(a) - c.lines(b) })
		nine := c.lines(all[(len(all)*9+9)/10-1])
		if nine <= c.rules.Budget.Usual {
			continue
		}
		for _, fn := range all {
			if lines := c.lines(fn); lines > c.rules.Budget.Usual {
				c.at(fn.Pos(), "size", "%s has %d lines; in %s nine of ten functions must stay within %d, and the ninth has %d",
					fn.Name.Name, lines, folder, c.rules.Budget.Usual, nine)
			}
		}
	}
}

// lines counts the lines a node spans.
func (c *checker) lines(n ast.Node) int { return c.line(n.End()) - c.line(n.Pos()) + 1 }

// line is the line of a position.
func (c *checker) line(pos token.Pos) int { return c.set.Position(pos).Line }

// countFields counts names, and an embedded type as one.
func countFields(s *ast.StructType) int {
	n := 0
	for _, field := range s.Fields.List {
		n += max(1, len(field.Names))
	}
	return n
}
