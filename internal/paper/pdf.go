package paper

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// The page, in millimetres: A4 with room for a punch on the left and a thumb below.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	left       = 24.0
	right      = pageWidth - 24.0
	top        = 24.0
	bottom     = pageHeight - 24.0
	headerAt   = 13.0
	footerAt   = pageHeight - 16.0
	width      = right - left
)

// family is the name the fonts bear in the file.
const family = "NotoSans"

// PDF writes the document as PDF: A4, the fonts inside, pages numbered. The same
// document gives the same bytes.
func PDF(w io.Writer, d present.Document) error {
	s, err := compose(d)
	if err != nil {
		return err
	}
	if err := s.pdf.Output(w); err != nil {
		return fmt.Errorf("writing a document as PDF: %w", err)
	}
	return nil
}

// compose sets the whole document.
func compose(d present.Document) (*setter, error) {
	s, err := newSetter(d)
	if err != nil {
		return nil, err
	}
	s.newPage()
	if !d.Bare {
		s.title()
	}
	for i, block := range d.Blocks {
		s.block(block, i > 0 && isChained(d.Blocks[i-1]))
	}
	if s.lacking && d.Unprintable != "" {
		s.y += gap
		s.paragraph(quiet, d.Unprintable)
	}
	s.margins()
	return s, s.pdf.Error()
}

// newSetter opens an empty file that says what it is.
func newSetter(d present.Document) (*setter, error) {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	for _, face := range []struct{ style, name string }{{"", "NotoSans-Regular"}, {"B", "NotoSans-Bold"}} {
		font, ok := assets.Font(face.name)
		if !ok {
			return nil, fmt.Errorf("the font %s is not there", face.name)
		}
		pdf.AddUTF8FontFromBytes(family, face.style, font)
	}
	letters, err := coverage()
	if err != nil {
		return nil, err
	}
	written := cmp.Or(d.Day, rapport.MinDate).Time() // not the time of writing: two copies are equal
	pdf.SetCreationDate(written)
	pdf.SetModificationDate(written)
	pdf.SetCatalogSort(true)
	pdf.SetTitle(basic(d.Title), true)
	pdf.SetSubject(basic(d.Subject), true)
	pdf.SetCreator("Rapport", true)
	pdf.SetProducer("Rapport", true)
	pdf.SetLang(d.Language)
	return &setter{pdf: pdf, doc: d, letters: letters}, pdf.Error()
}

// basic leaves only characters of the basic plane: the library writes no others, in
// what it says about the file as on its pages.
func basic(text string) string {
	return strings.Map(func(r rune) rune {
		if r > lastBasic {
			return utf8.RuneError
		}
		return r
	}, text)
}

// margins numbers the pages once all of them are there, and heads every page but the
// first with the title.
func (s *setter) margins() {
	pages := s.pdf.PageCount()
	if s.doc.Bare && pages == 1 {
		return // a letter of one page needs no number
	}
	for n := 1; n <= pages; n++ {
		s.pdf.SetPage(n)
		s.pdf.SetFont(family, "B", 1) // another page knows nothing of the font set on this one
		number := strings.NewReplacer("{page}", fmt.Sprint(n), "{pages}", fmt.Sprint(pages)).Replace(s.doc.Page)
		s.put(right, footerAt, tiny, s.fit(tiny, s.clean(number), width), true)
		if n > 1 {
			s.put(left, headerAt, tiny, s.fit(tiny, s.clean(s.doc.Title), width), false)
		}
	}
}

// title sets the head of the first page.
func (s *setter) title() {
	s.wrapped(left, width, title, s.doc.Title)
	s.y += 1
	s.wrapped(left, width, subject, s.doc.Subject)
	s.y += 2 * gap
}

func isChained(block present.Block) bool {
	_, ok := block.(present.Chained)
	return ok
}

// block sets one part of the document. A fact after another is parted by a hairline.
func (s *setter) block(block present.Block, after bool) {
	switch b := block.(type) {
	case present.Heading:
		s.heading(b.Text)
	case present.Text:
		s.text(b)
	case present.Details:
		s.details(b)
	case present.Grid:
		s.grid(b)
	case present.Points:
		s.points(b)
	case present.Chained:
		s.chained(b, after)
	default:
		panic(fmt.Sprintf("paper: a block of type %T", block)) // a new kind of block, and nobody taught this package
	}
}
