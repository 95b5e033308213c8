package present

import (
	"cmp"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// GuidesPage lists the guides: first what fits a client now and why, then all of
// them by what they are for, then the practice cards.
type GuidesPage struct {
	Answer string // "Three guides fit Van Dijk Bouw now"; without a client "A guide for every hard moment"
	Line   string
	Open   []GuideRow // taken up and not finished, the latest first
	Fits   []GuideRow // none without a client
	Groups []GuideGroup
	Cards  []CardRow
}

// GuideGroup is a part of the library.
type GuideGroup struct {
	Code  string
	Title string
	Rows  []GuideRow
}

// GuideRow is one guide.
type GuideRow struct {
	Code  string
	Title string
	Line  string // when it helps
	Why   string // why it fits this client now, "" elsewhere
	Steps string // "Seven short steps"; of one taken up "Step 3 of 7, last on Friday"
	Run   rapport.ID
}

// CardRow is a practice card: a thought to keep, and the guide it belongs to.
type CardRow struct {
	Code  string
	Title string
	Text  string
	Guide string // code
	Open  string // words of the button: "Open: Hear them out"
}

// fitsShown is how many guides are offered before the whole list.
const fitsShown = 3

// NewGuidesPage words the library. Without a client k is nil.
func NewGuidesPage(s *Speaker, l guide.Library, k *Known) GuidesPage {
	page := GuidesPage{Answer: s.T("guides.answer"), Line: s.T("guides.line"), Groups: s.guideGroups(l), Cards: s.cardRows(l, Cards())}
	if k == nil || k.client().Name == "" {
		return page
	}
	page.Open = s.openRuns(l, *k)
	offered := kept(l.Offer(k.Standing.Assessment.Verdict, k.Standing.Assessment.Next, latestKind(*k)), func(g guide.Guide) bool {
		return !slices.ContainsFunc(page.Open, func(open GuideRow) bool { return open.Code == g.Code }) // it goes on instead
	})
	for _, g := range offered[:min(len(offered), fitsShown)] {
		row := s.guideRow(g)
		row.Why = s.whyGuide(g, *k)
		page.Fits = append(page.Fits, row)
	}
	if len(page.Fits) > 0 {
		page.Answer = s.N("guides.answer.client", len(page.Fits), Args{"Client": k.client().Name})
	}
	page.Line = s.T("guides.line.client")
	return page
}

// NextGuide words the one guide the page of a client offers: the one taken up
// last, or else the one that fits best. Empty where the library is.
func NextGuide(s *Speaker, l guide.Library, k Known) GuideRow {
	if open := s.openRuns(l, k); len(open) > 0 {
		return open[0]
	}
	offered := l.Offer(k.Standing.Assessment.Verdict, k.Standing.Assessment.Next, latestKind(k))
	if len(offered) == 0 {
		return GuideRow{}
	}
	row := s.guideRow(offered[0])
	row.Why = s.whyGuide(offered[0], k)
	return row
}

// latestKind is the kind of the latest entry that says something.
func latestKind(k Known) rapport.Kind {
	latest := rapport.Entry{}
	for _, e := range k.History.Entries {
		if e.On <= k.on() && e.On >= latest.On && e.Kind.Group() != rapport.Neutral {
			latest = e
		}
	}
	return latest.Kind
}

func (s *Speaker) guideRow(g guide.Guide) GuideRow {
	key := "guide." + g.Code
	return GuideRow{
		Code: g.Code, Title: s.T(key + ".title"), Line: s.T(key + ".line"),
		Steps: s.N("guides.steps", len(g.Visible(nil))),
	}
}

// whyGuide says why a guide fits now: the next step, the verdict, or what happened
// last; "" where it is only near.
func (s *Speaker) whyGuide(g guide.Guide, k Known) string {
	a := k.Standing.Assessment
	switch latest := latestKind(k); {
	case slices.Contains(g.For.Next, a.Next):
		return s.Next(a.Next)
	case slices.Contains(g.For.Verdicts, a.Verdict):
		return s.T("guides.why.verdict", Args{"Verdict": s.Verdict(a.Verdict)})
	case slices.Contains(g.For.Kinds, latest):
		return s.T("guides.why.kind", Args{"Kind": s.Kind(latest)})
	default:
		return ""
	}
}

// openRuns are the guides laid aside with a client, the latest first.
func (s *Speaker) openRuns(l guide.Library, k Known) []GuideRow {
	open := kept(k.Way.Runs, rapport.Run.LaidAside)
	slices.SortStableFunc(open, func(a, b rapport.Run) int { return cmp.Compare(b.Touched, a.Touched) })
	var rows []GuideRow
	for _, r := range open {
		g, known := l.Find(r.Guide)
		if !known {
			continue // of a program that knows more guides
		}
		row, visible := s.guideRow(g), g.Visible(r.Kept)
		row.Run = r.ID
		row.Steps = s.T("guides.laid", Args{
			"N": min(stepNow(visible, r)+1, len(visible)), "Of": len(visible), "When": s.Relative(r.Touched, k.on()),
		})
		rows = append(rows, row)
	}
	return rows
}

// guideGroups lays the library out by what the guides are for.
func (s *Speaker) guideGroups(l guide.Library) []GuideGroup {
	var groups []GuideGroup
	for _, code := range guide.Groups() {
		of := kept(l, func(g guide.Guide) bool { return g.Group == code })
		if len(of) > 0 {
			groups = append(groups, GuideGroup{Code: code, Title: s.T("guides.group." + code), Rows: each(of, s.guideRow)})
		}
	}
	return groups
}

// cardRows words the practice cards whose guides are in the library.
func (s *Speaker) cardRows(l guide.Library, cards []guide.Card) []CardRow {
	var rows []CardRow
	for _, c := range cards {
		if _, known := l.Find(c.Guide); !known {
			continue
		}
		key := "card." + c.Code
		rows = append(rows, CardRow{
			Code: c.Code, Title: s.T(key + ".title"), Text: s.T(key + ".text"), Guide: c.Guide,
			Open: s.T("guides.card.open", Args{"Guide": s.T("guide." + c.Guide + ".title")}),
		})
	}
	return rows
}

// Passages is the page as text.
func (p GuidesPage) Passages(s *Speaker) []Passage {
	row := func(r GuideRow) string {
		return strings.Join(lines(sentence(r.Title), r.Line, r.Why, sentence(r.Steps)), " ")
	}
	all := []Passage{
		{"", lines(p.Answer, p.Line)}, {s.T("text.open_guides"), each(p.Open, row)}, {s.T("text.fits"), each(p.Fits, row)},
	}
	for _, g := range p.Groups {
		all = append(all, Passage{g.Title, each(g.Rows, row)})
	}
	cards := each(p.Cards, func(c CardRow) string { return sentence(c.Title) + " " + c.Text })
	return told(append(all, Passage{s.T("text.cards"), cards}))
}
