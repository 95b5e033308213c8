package layers

import (
	"bytes"
	"go/ast"
	"regexp"
	"strings"
)

// machinePath finds a folder of somebody's machine. Nothing in a repository may
// depend on one or tell about one; tests have temporary folders.
var machinePath = regexp.MustCompile(`(?:^|[^\w.~/-])(/(?:root|work)/|/(?:home|Users)/\w|/tmp/\w|[A-Z]:\\+Users\\)`)

// unfinished finds notes to oneself. What is missing goes into the tracker,
// where it is seen; what is done needs none.
var unfinished = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)

// checkWords reads any text file for paths of one machine.
func (c *checker) checkWords(name string, text []byte) {
	line := 0
	for row := range bytes.Lines(text) {
		line++
		if m := machinePath.FindSubmatch(row); m != nil {
			c.add(name, line, "words", string(m[1])+" is a path of one machine")
		}
	}
}

// checkComments reads the comments of a Go file.
func (c *checker) checkComments(f *source) {
	for _, group := range f.ast.Comments {
		for _, comment := range group.List {
			if m := unfinished.FindString(comment.Text); m != "" {
				c.at(comment.Pos(), "words", "%s: finish it or take it out", m)
			}
		}
	}
}

// checkDocs asks every exported name outside tests for a comment that begins
// with it. A group of constants or variables may share one.
func (c *checker) checkDocs(f *source) {
	if f.test || f.ast.Name.Name == "main" {
		return
	}
	for _, decl := range f.ast.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if d.Name.IsExported() && onExported(d) && !opens(d.Doc, d.Name.Name) {
				c.at(d.Pos(), "doc", "%s has no comment that begins with its name", d.Name.Name)
			}
		case *ast.GenDecl:
			c.checkGroup(d)
		}
	}
}

// checkGroup asks the types, constants and variables of one declaration.
func (c *checker) checkGroup(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch s := spec.(type) {
		case *ast.TypeSpec:
			doc := s.Doc
			if doc == nil && !d.Lparen.IsValid() {
				doc = d.Doc
			}
			if s.Name.IsExported() && !opens(doc, s.Name.Name) {
				c.at(s.Pos(), "doc", "%s has no comment that begins with its name", s.Name.Name)
			}
		case *ast.ValueSpec:
			if d.Doc == nil && s.Doc == nil && s.Comment == nil && anyExported(s.Names) {
				c.at(s.Pos(), "doc", "%s has no comment, nor has its group", s.Names[0].Name)
			}
		}
	}
}

// opens reports whether a comment begins with a name, an article before it allowed.
func opens(doc *ast.CommentGroup, name string) bool {
	words := strings.Fields(doc.Text())
	if len(words) > 1 && (words[0] == "A" || words[0] == "An" || words[0] == "The") {
		words = words[1:]
	}
	return len(words) > 1 && strings.TrimRight(words[0], ",:;") == name
}

// onExported reports whether a function is none's method or an exported type's.
func onExported(d *ast.FuncDecl) bool {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return true
	}
	t := d.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return true
		}
	}
}

// anyExported reports whether one of the names can be seen from outside.
func anyExported(names []*ast.Ident) bool {
	for _, n := range names {
		if n.IsExported() {
			return true
		}
	}
	return false
}
