package layers

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Breach is one place where a rule is broken.
type Breach struct {
	File string // from the root of the repository, with slashes
	Line int    // 1 when the whole file or folder is meant
	Rule string // one word, the same for every breach of one rule
	Text string // what is wrong
}

// String is the form editors jump to: file:line: rule: text.
func (b Breach) String() string {
	return fmt.Sprintf("%s:%d: %s: %s", b.File, b.Line, b.Rule, b.Text)
}

// Check walks the tree and returns every breach, sorted by file and line. The
// error is for a tree that cannot be read; source that does not parse is a breach.
func Check(tree fs.FS, rules Rules) ([]Breach, error) {
	c := &checker{rules: rules, set: token.NewFileSet(), used: map[Permit]bool{}}
	if err := c.top(tree); err != nil {
		return nil, err
	}
	if err := fs.WalkDir(tree, ".", c.visit(tree)); err != nil {
		return nil, fmt.Errorf("walking the source: %w", err)
	}
	for _, f := range c.files {
		c.checkImports(f)
		c.checkUses(f)
		c.checkSizes(f)
		c.checkDocs(f)
		c.checkComments(f)
	}
	c.checkUsual()
	c.checkPackages()
	c.checkThreads()
	c.checkPermits()
	slices.SortStableFunc(c.found, func(a, b Breach) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Rule, b.Rule))
	})
	return c.found, nil
}

// checker gathers what one walk sees.
type checker struct {
	rules   Rules
	set     *token.FileSet
	files   []*source
	found   []Breach
	threads []token.Pos // where goroutines start, in rooms that may
	used    map[Permit]bool
}

// source is one parsed Go file and where it stands.
type source struct {
	path  string
	room  string // "" when no plan has the folder
	rules Room
	test  bool
	ast   *ast.File
	names map[string]string // the name an import goes by in this file, to its path
}

// top holds the root of the repository to the few names it may have.
func (c *checker) top(tree fs.FS) error {
	entries, err := fs.ReadDir(tree, ".")
	if err != nil {
		return fmt.Errorf("reading the root of the source: %w", err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(c.rules.Top, e.Name()) {
			c.add(e.Name(), 1, "top", "is not one of "+strings.Join(c.rules.Top, " ")+" or a dot file")
		}
	}
	return nil
}

// visit reads every file once: all text for words that give a machine away, Go
// for everything else.
func (c *checker) visit(tree fs.FS) fs.WalkDirFunc {
	return func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if strings.HasPrefix(d.Name(), ".") && name != "." && name != ".ci" {
				return fs.SkipDir
			}
			return nil
		}
		if !d.Type().IsRegular() || !isText(name) {
			return nil
		}
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		c.checkWords(name, text)
		if path.Ext(name) == ".go" && !inTestdata(name) {
			c.parse(name, text)
		}
		return nil
	}
}

// parse keeps one Go file for the checks.
func (c *checker) parse(name string, text []byte) {
	file, err := parser.ParseFile(c.set, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		c.add(name, 1, "parse", err.Error())
		return
	}
	f := &source{path: name, ast: file, test: strings.HasSuffix(name, "_test.go"), names: map[string]string{}}
	f.room = c.roomOf(path.Dir(name))
	f.rules = c.rules.Rooms[f.room]
	for _, spec := range file.Imports {
		if local := localName(spec); local != "" {
			f.names[local] = importPath(spec)
		}
	}
	c.files = append(c.files, f)
}

// roomOf returns the room a folder, given from the root, belongs to; "" if none.
func (c *checker) roomOf(folder string) string {
	for ; folder != "." && folder != "/"; folder = path.Dir(folder) {
		if _, ok := c.rules.Rooms[folder]; ok {
			return folder
		}
	}
	return ""
}

// add records a breach.
func (c *checker) add(file string, line int, rule, text string) {
	c.found = append(c.found, Breach{file, line, rule, text})
}

// at records a breach where a node stands.
func (c *checker) at(pos token.Pos, rule, format string, args ...any) {
	p := c.set.Position(pos)
	c.add(p.Filename, p.Line, rule, fmt.Sprintf(format, args...))
}

// importPath returns what an import names; the parser has made sure it unquotes.
func importPath(spec *ast.ImportSpec) string {
	name, _ := strconv.Unquote(spec.Path.Value)
	return name
}

// localName returns what an import is called in its file: its alias, or the last
// part of its path that is not a major version.
func localName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	name := importPath(spec)
	last := path.Base(name)
	if len(last) > 1 && last[0] == 'v' && strings.Trim(last[1:], "0123456789") == "" {
		last = path.Base(path.Dir(name))
	}
	return last
}

// within reports whether a path is the given one or lies below it.
func within(name, parent string) bool {
	return name == parent || strings.HasPrefix(name, parent+"/")
}

// withinAny reports whether a path is one of those given or lies below one.
func withinAny(name string, parents []string) bool {
	return slices.ContainsFunc(parents, func(p string) bool { return within(name, p) })
}

// inTestdata reports whether a file is only read by tests.
func inTestdata(name string) bool { return strings.Contains("/"+name, "/testdata/") }

// isText tells by its name whether a file is written by people.
func isText(name string) bool {
	switch path.Ext(name) {
	case "", ".go", ".mod", ".md", ".json", ".toml", ".sh", ".sql", ".txt", ".txtar", ".csv", ".svg", ".yml", ".yaml":
		return !inTestdata(name) || path.Ext(name) != ""
	}
	return false
}
