package present

import (
	"cmp"
	"slices"
	"time"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Timeline is twelve months of an engagement and the month to come: strain as a
// line, entries as dots in lanes, hardship as bands.
type Timeline struct {
	From, To rapport.Date // first and last day of the axis
	Today    rapport.Date
	Strain   []Point // weekly, the last one today
	Lanes    []Lane
	Bands    []Band
	Months   []Month
	Onset    *Mark  // the day the present trouble began, nil when unknown or before the axis
	Rungs    []Mark // what was tried, oldest first
}

// Mark is a day with a word to it.
type Mark struct {
	Code  string // of a rung; "" for the onset
	On    rapport.Date
	Held  bool   // of a rung: it stands
	Label string // "15 May: it began"
}

// Point is the strain (0–100) at the end of a day.
type Point struct {
	On    rapport.Date
	Value float64
}

// Lane is one group of entries, oldest first.
type Lane struct {
	Group rapport.Group
	Word  string
	Dots  []Dot
}

// Dot is one entry.
type Dot struct {
	Entry    rapport.ID
	On       rapport.Date
	Severity int
	Label    string // "12 May: Complaint, not justified"
}

// Band is the time a hardship explains things, from its start to the day to look
// again, which may lie ahead. Days may lie outside the axis.
type Band struct {
	Entry    rapport.ID
	From, To rapport.Date
	Label    string // "Hardship, look again on 31 July"
}

// Month is one month of the axis.
type Month struct {
	Start   rapport.Date
	Label   string // "Jun"
	Current bool
}

// The axis: eleven months, the present one, and one to come, where review days
// of hardships tend to lie.
const (
	monthsBefore = 11
	monthsAfter  = 1
)

// timeline lays out what can be drawn. Entries of the neutral group are left out:
// they say nothing about how it is going.
func (s *Speaker) timeline(h assess.History, a assess.Assessment) Timeline {
	on := a.On
	line := Timeline{Today: on}
	year, month, _ := on.Time().Date()
	for i := -monthsBefore; i <= monthsAfter; i++ {
		start := rapport.NewDate(year, month+time.Month(i), 1)
		label := s.Month(start.Time().Month())
		line.Months = append(line.Months, Month{Start: start, Label: label, Current: i == 0})
	}
	line.From = line.Months[0].Start
	line.To = rapport.NewDate(year, month+monthsAfter+1, 1).AddDays(-1)
	line.Strain = weekly(h, line.From, on)
	for _, group := range []rapport.Group{rapport.Friction, rapport.Goodwill, rapport.FromUs} {
		line.Lanes = append(line.Lanes, s.lane(h.Entries, group, line.From, on))
	}
	line.Bands = s.bands(h, line, on)
	line.Onset, line.Rungs = s.turningPoints(a, line.From)
	return line
}

// weekly computes the strain of every seventh day back from on.
func weekly(h assess.History, from, on rapport.Date) []Point {
	var days []rapport.Date
	for day := on; day >= from; day = day.AddDays(-7) {
		days = append(days, day)
	}
	slices.Reverse(days)
	points := make([]Point, len(days))
	for i, value := range assess.Strain(h, days) {
		points[i] = Point{On: days[i], Value: value}
	}
	return points
}

func (s *Speaker) lane(entries []rapport.Entry, group rapport.Group, from, on rapport.Date) Lane {
	lane := Lane{Group: group, Word: s.Group(group)}
	for _, e := range entries {
		if e.Kind.Group() == group && e.On >= from && e.On <= on {
			label := s.T("timeline.dot", Args{"Day": s.Day(e.On, on), "What": s.What(e)})
			lane.Dots = append(lane.Dots, Dot{Entry: e.ID, On: e.On, Severity: e.Severity, Label: label})
		}
	}
	slices.SortStableFunc(lane.Dots, func(a, b Dot) int { return cmp.Compare(a.On, b.On) })
	return lane
}

// bands returns the hardships that touch the axis. Where several circumstances
// belong to one entry all are drawn.
func (s *Speaker) bands(h assess.History, line Timeline, on rapport.Date) []Band {
	told := make(map[rapport.ID]rapport.Date)
	for _, e := range h.Entries {
		if e.Kind == rapport.Hardship && e.On <= on {
			told[e.ID] = e.On
		}
	}
	var bands []Band
	for _, c := range h.Circumstances {
		if _, known := told[c.Entry]; !known || c.Review < line.From || c.Start > line.To {
			continue
		}
		label := s.T("timeline.band", Args{"Review": s.Day(c.Review, on)})
		bands = append(bands, Band{Entry: c.Entry, From: c.Start, To: c.Review, Label: label})
	}
	slices.SortStableFunc(bands, func(a, b Band) int { return cmp.Compare(a.From, b.From) })
	return bands
}
