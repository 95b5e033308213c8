package layers

import (
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"
)

// checkUses looks at every name a file takes from another package, called or
// passed on alike, and at every goroutine it starts. Tests may do what they like.
func (c *checker) checkUses(f *source) {
	if f.test || f.room == "" {
		return
	}
	ast.Inspect(f.ast, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			c.checkThread(f, n.Pos(), "a go statement")
		case *ast.CallExpr:
			if startsThread(n) {
				c.checkThread(f, n.Pos(), "a call of Go")
			}
		case *ast.SelectorExpr:
			c.checkUse(f, n)
		}
		return true
	})
}

// checkUse holds one package.Name to the rules of the room.
func (c *checker) checkUse(f *source, n *ast.SelectorExpr) {
	x, ok := n.X.(*ast.Ident)
	if !ok || f.names[x.Name] == "" {
		return
	}
	use := f.names[x.Name] + "." + n.Sel.Name
	switch {
	case slices.Contains(clockCalls, use) && !f.rules.Clock:
		c.at(n.Pos(), "clock", "%s: only programs ask for the time, everyone else is told", use)
	case slices.Contains(exitCalls, use) && !f.rules.Clock:
		c.at(n.Pos(), "exit", "%s: only programs end themselves, everyone else returns an error", use)
	case slices.Contains(waitCalls, use) && f.rules.Pure:
		c.at(n.Pos(), "pure", "%s: %s only computes and waits for nothing", use, f.room)
	case slices.Contains(threadCalls, use):
		c.checkThread(f, n.Pos(), path.Base(use))
	case slices.Contains(fileCalls, use) && !f.rules.Tool && !c.permitted(f, use):
		c.at(n.Pos(), "files", "%s could open the live book and drop its locks: go through home, or add a permit with its reason", use)
	}
}

// checkThread holds goroutines to the one room that has a worker. Programs start
// none themselves.
func (c *checker) checkThread(f *source, pos token.Pos, what string) {
	switch {
	case f.rules.Worker:
		c.threads = append(c.threads, pos)
	case !f.rules.Tool:
		c.at(pos, "thread", "%s: goroutines start, and results return to the window, in the worker of desktop only", what)
	}
}

// startsThread recognises the Go method of wait groups and error groups, which
// starts a goroutine without the keyword.
func startsThread(n *ast.CallExpr) bool {
	sel, ok := n.Fun.(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Go" || len(n.Args) != 1 {
		return false
	}
	_, literal := n.Args[0].(*ast.FuncLit)
	return literal
}

// checkThreads holds the worker to one file: with two, no one reads both.
func (c *checker) checkThreads() {
	byFile := map[string]token.Pos{}
	for _, pos := range c.threads {
		if name := c.set.Position(pos).Filename; byFile[name] == 0 {
			byFile[name] = pos
		}
	}
	if len(byFile) < 2 {
		return
	}
	for _, pos := range byFile {
		c.at(pos, "thread", "goroutines start in %d files of one package; one file must hold them all", len(byFile))
	}
}

// permitted looks the use up in the allow-list and remembers that it was needed.
func (c *checker) permitted(f *source, use string) bool {
	ok := false
	for _, p := range c.rules.Permits {
		if p.Call == use && within(f.path, p.In) {
			c.used[p] = true
			ok = true
		}
	}
	return ok
}

// checkPermits keeps the allow-list honest: a permit nobody needs is taken back.
func (c *checker) checkPermits() {
	for _, p := range c.rules.Permits {
		switch {
		case strings.TrimSpace(p.Why) == "":
			c.add(p.In, 1, "permit", p.Call+" is permitted without a reason")
		case !c.used[p]:
			c.add(p.In, 1, "permit", p.Call+" is permitted and not used: take the permit back")
		}
	}
}
