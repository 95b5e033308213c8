package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Timeline shows what happened along the days: strain as an area on top, below it
// a lane for each group of entries, behind both the bands of hardship. It tells
// the lanes apart by shape first and colour second.
//
// Days are numbers, counted from anywhere, the same for all fields. A Timeline
// can also be read as text: put a link to that beside its title.
type Timeline struct {
	widget.BaseWidget

	Start, End int // the first and the last day shown
	Today      int
	Onset      int    // the day the trouble began; 0 for none
	Code       string // the verdict, for the hue of the strain
	Strain     []StrainPoint
	Lanes      []Lane
	Bands      []Band
	Months     []Month
	Words      TimelineWords
	OnMark     func(lane, mark int) // a mark was clicked
}

// TimelineWords are the words in the chart.
type TimelineWords struct {
	Strain, Today, Onset string
}

// StrainPoint is the strain of one day, 0 to 100.
type StrainPoint struct {
	Day   int
	Value float64
}

// Shape is how the marks of a lane look.
type Shape int

// The shapes.
const (
	Discs    Shape = iota // friction; larger for what weighs more
	Circles               // goodwill
	Squares               // from us
	Diamonds              // what was tried; hollow where it did not hold
)

// Lane is one group of entries.
type Lane struct {
	Label string
	Shape Shape
	Marks []Mark
}

// Mark is one entry; Weight is 1 to 5 and sizes a disc.
type Mark struct {
	Day    int
	Weight int
	Hollow bool // of a diamond
}

// Band is a time of hardship, to the day it is looked at again, which may come.
type Band struct {
	From, To int
	Label    string
}

// Month is a place on the axis.
type Month struct {
	Day   int // the middle of the label
	Label string
	Now   bool // the month of today
}

// The measures of a timeline, in units from its top.
const (
	timeLeft    float32 = 108 // the labels
	timeRight   float32 = 8
	timeFull    float32 = 20 // where strain 100 is
	timeNone    float32 = 76 // where strain 0 is
	timeLane    float32 = 100
	timePitch   float32 = 22
	timeBelow   float32 = 16 // from the last lane to the axis
	timeCaption float32 = 18 // the months below the axis
)

func (t *Timeline) axis() float32 {
	return timeLane + timePitch*float32(max(0, len(t.Lanes)-1)) + timeBelow
}

// HeightFor returns the height, which the width does not change.
func (t *Timeline) HeightFor(float32) float32 { return t.axis() + timeCaption }

// NaturalWidth is the width of the content of a page.
func (t *Timeline) NaturalWidth() float32 { return 960 }

// MinSize is narrow: a timeline is as wide as its card.
func (t *Timeline) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	return fyne.NewSize(timeLeft+120, t.HeightFor(0))
}

// x returns where a day stands in a chart of the given width.
func (t *Timeline) x(day int, width float32) float32 {
	share := float32(day-t.Start) / float32(max(1, t.End-t.Start))
	return timeLeft + max(0, min(1, share))*(width-timeLeft-timeRight)
}

func strainY(value float64) float64 {
	value = max(0, min(100, value))
	return float64(timeNone) - value/100*float64(timeNone-timeFull)
}

func laneY(lane int) float32 { return timeLane + timePitch*float32(lane) }

// Tapped is called by the toolkit; the mark nearest to it within reach is meant.
func (t *Timeline) Tapped(event *fyne.PointEvent) {
	const reach = 10
	if t.OnMark == nil {
		return
	}
	lane := int(math.Round(float64((event.Position.Y - timeLane) / timePitch)))
	if lane < 0 || lane >= len(t.Lanes) {
		return
	}
	nearest, distance := -1, float32(reach)
	for i, mark := range t.Lanes[lane].Marks {
		away := t.x(mark.Day, t.Size().Width) - event.Position.X
		if away = max(away, -away); away <= distance && mark.Day >= t.Start {
			nearest, distance = i, away
		}
	}
	if nearest >= 0 {
		t.OnMark(lane, nearest)
	}
}

// CreateRenderer is called by the toolkit.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := newTimelineRenderer(t)
	r.Refresh()
	return r
}
