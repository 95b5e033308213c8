package paper

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/rapport-desktop/rapport/internal/present"
)

//go:embed document.html
var page string

// part is a block as the template wants it: one of its fields is set.
type part struct {
	Heading    *present.Heading
	Class      string // of Paragraphs
	Paragraphs []string
	Exact      string
	Details    *present.Details
	Table      *table
	Points     *present.Points
	Chained    *present.Chained
}

// table is a grid whose cells know on which side they stand.
type table struct {
	Head  []cell
	Rows  [][]cell
	Total []cell
}

type cell struct {
	Text  string
	Right bool
}

// classes are the styles of text that have one in the template.
var classes = map[present.TextStyle]string{present.Quiet: "quiet", present.Strong: "strong", present.Right: "right"}

// HTML writes the document as one file that needs no other. Everything in it is
// escaped; what looks like markup in a note is shown as it was written.
func HTML(w io.Writer, d present.Document) error {
	t, err := template.New("document").Parse(page)
	if err != nil {
		return fmt.Errorf("reading the template of a document: %w", err)
	}
	parts := make([]part, len(d.Blocks))
	for i, block := range d.Blocks {
		parts[i] = partOf(block)
	}
	err = t.Execute(w, struct {
		present.Document
		Parts []part
	}{d, parts})
	if err != nil {
		return fmt.Errorf("writing a document as HTML: %w", err)
	}
	return nil
}

func partOf(block present.Block) part {
	switch b := block.(type) {
	case present.Heading:
		return part{Heading: &b}
	case present.Text:
		if b.Style == present.Exact {
			return part{Exact: b.Body}
		}
		return part{Class: classes[b.Style], Paragraphs: paragraphs(b.Body)}
	case present.Details:
		return part{Details: &b}
	case present.Grid:
		return part{Table: tableOf(b)}
	case present.Points:
		return part{Points: &b}
	case present.Chained:
		return part{Chained: &b}
	}
	panic(fmt.Sprintf("paper: a block of type %T", block)) // a new kind of block, and nobody taught this package
}

func tableOf(g present.Grid) *table {
	cells := func(texts []string) []cell {
		row := make([]cell, len(texts))
		for i, text := range texts {
			row[i] = cell{text, i < len(g.Right) && g.Right[i]}
		}
		return row
	}
	t := &table{Head: cells(g.Head), Total: cells(g.Total)}
	for _, row := range g.Rows {
		t.Rows = append(t.Rows, cells(row))
	}
	return t
}

// paragraphs cuts running text at its empty lines. Line breaks of every system count.
func paragraphs(text string) (all []string) {
	var b strings.Builder
	flush := func() {
		if b.Len() > 0 {
			all = append(all, strings.TrimRight(b.String(), "\n"))
			b.Reset()
		}
	}
	for line := range strings.Lines(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)) {
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		b.WriteString(line)
	}
	flush()
	return all
}
