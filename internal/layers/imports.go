package layers

import (
	"go/ast"
	"path"
	"slices"
	"strings"
)

// checkImports holds the arrows of the plan and the owners of whole libraries.
func (c *checker) checkImports(f *source) {
	if f.room == "" {
		c.at(f.ast.Package, "room", "%s is in no plan: give it a floor in the layers package", path.Dir(f.path))
		return
	}
	for _, spec := range f.ast.Imports {
		name := importPath(spec)
		if spec.Name != nil && spec.Name.Name == "." {
			c.at(spec.Pos(), "import", "%s is imported with a dot, which hides whose names are used", name)
		}
		if within(name, c.rules.Module) {
			c.checkArrow(f, spec, strings.TrimPrefix(strings.TrimPrefix(name, c.rules.Module), "/"))
			continue
		}
		c.checkOwner(f, spec, name)
		if f.rules.Pure && !f.test && withinAny(name, impurePaths) {
			c.at(spec.Pos(), "pure", "%s only computes and has no use for %s", f.room, name)
		}
		if f.rules.Floor == 0 && !f.test && strings.Contains(name, ".") && name != "github.com/google/uuid" {
			c.at(spec.Pos(), "pure", "the vocabulary needs the standard library and uuid, not %s", name)
		}
	}
}

// checkArrow holds one import within the module to the floors.
func (c *checker) checkArrow(f *source, spec *ast.ImportSpec, folder string) {
	target := c.roomOf(folder)
	to, known := c.rules.Rooms[target]
	switch {
	case !known:
		c.at(spec.Pos(), "room", "%s is in no plan: give it a floor in the layers package", folder)
	case target == f.room:
	case to.Floor > f.rules.Floor:
		c.at(spec.Pos(), "floor", "%s (floor %d) reaches up to %s (floor %d)", f.room, f.rules.Floor, target, to.Floor)
	case to.Floor == f.rules.Floor && !f.test:
		c.at(spec.Pos(), "floor", "%s and %s are neighbours on floor %d and do not know each other", f.room, target, to.Floor)
	case to.Fyne && !f.rules.Fyne:
		c.at(spec.Pos(), "fyne", "%s has no window and must not reach %s, which draws", f.room, target)
	}
}

// checkOwner holds libraries to the rooms that own them. Tests may look into a
// database by themselves, to measure against it or to damage it.
func (c *checker) checkOwner(f *source, spec *ast.ImportSpec, name string) {
	switch {
	case name == bindingPath:
		c.at(spec.Pos(), "fyne", "data binding hides who changed what: pass values and reload")
	case within(name, driverPath) && !f.rules.Driver:
		c.at(spec.Pos(), "driver", "%s needs cgo and a display: only the program itself imports it", name)
	case name == fyneTest && !f.test:
		c.at(spec.Pos(), "driver", "%s belongs in tests", name)
	case within(name, fynePath) && !f.rules.Fyne:
		c.at(spec.Pos(), "fyne", "%s works without a window and must not import %s", f.room, name)
	case withinAny(name, sqlPaths) && !f.rules.SQL && !f.test:
		c.at(spec.Pos(), "sql", "%s must not import %s: the book alone speaks SQL", f.room, name)
	}
}

// checkPackages holds what can only be said of a package as a whole: its name
// and its doc comment.
func (c *checker) checkPackages() {
	first := map[string]*source{}
	documented := map[string]bool{}
	for _, f := range c.files {
		folder := path.Dir(f.path)
		if f.test {
			continue
		}
		if first[folder] == nil {
			first[folder] = f
		}
		if f.ast.Doc != nil && teaches(f.ast) {
			documented[folder] = true
		}
	}
	for folder, f := range first {
		if !documented[folder] {
			c.at(f.ast.Package, "doc", "package %s has no doc comment that starts with its name", f.ast.Name.Name)
		}
		if slices.Contains(c.rules.BadNames, f.ast.Name.Name) {
			c.at(f.ast.Package, "name", "package %s says nothing about what is in it", f.ast.Name.Name)
		}
	}
}

// teaches reports whether a package comment begins as godoc expects; a program's
// is free in its first words, and says more than them.
func teaches(file *ast.File) bool {
	text := file.Doc.Text()
	if file.Name.Name == "main" {
		return len(strings.Fields(text)) > 3
	}
	return strings.HasPrefix(text, "Package "+file.Name.Name+" ")
}
