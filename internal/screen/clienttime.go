package screen

import (
	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// timeline is the last twelve months as a picture, and as text for whoever
// prefers that.
func (c *Client) timeline() fyne.CanvasObject {
	t := c.host.Speaker().T
	line := c.page.Timeline
	chart := timelineChart(line, c.page.Head.Verdict)
	chart.Words.Strain, chart.Words.Today = t("client.strain"), t("client.today")
	if len(line.Rungs) > 0 {
		chart.Lanes = append(chart.Lanes, triedLane(t("page.tried"), line.Rungs))
	}
	chart.OnMark = func(lane, mark int) {
		if lane < len(line.Lanes) {
			dot := line.Lanes[lane].Dots[mark]
			c.host.Go(Place{Name: AtJournal, Client: c.place.Client, Entries: []rapport.ID{dot.Entry}})
		}
	}
	asText := widgets.NewLink(t("client.as_text"), func() {
		ShowText(c.host, c.page.Client.Name, c.page.Timeline.Passages(c.host.Speaker()))
	})
	return widgets.NewCard(widgets.NewColumn(12, widgets.SectionHead(t("client.year"), "", asText), chart))
}

// timelineChart turns the worded timeline into the chart's own numbers.
func timelineChart(line present.Timeline, verdict rapport.Verdict) *widgets.Timeline {
	chart := &widgets.Timeline{Start: int(line.From), End: int(line.To), Today: int(line.Today), Code: string(verdict)}
	if line.Onset != nil {
		chart.Onset, chart.Words.Onset = int(line.Onset.On), line.Onset.Label
	}
	for _, p := range line.Strain {
		chart.Strain = append(chart.Strain, widgets.StrainPoint{Day: int(p.On), Value: p.Value})
	}
	shapes := map[rapport.Group]widgets.Shape{rapport.Friction: widgets.Discs, rapport.Goodwill: widgets.Circles, rapport.FromUs: widgets.Squares}
	for _, lane := range line.Lanes {
		drawn := widgets.Lane{Label: lane.Word, Shape: shapes[lane.Group]}
		for _, dot := range lane.Dots {
			drawn.Marks = append(drawn.Marks, widgets.Mark{Day: int(dot.On), Weight: dot.Severity})
		}
		chart.Lanes = append(chart.Lanes, drawn)
	}
	for _, b := range line.Bands {
		chart.Bands = append(chart.Bands, widgets.Band{From: int(b.From), To: int(b.To), Label: b.Label})
	}
	for _, m := range line.Months {
		chart.Months = append(chart.Months, widgets.Month{Day: int(m.Start) + 14, Label: m.Label, Now: m.Current})
	}
	return chart
}

// triedLane is what was tried, hollow where it did not hold.
func triedLane(label string, tried []present.Mark) widgets.Lane {
	lane := widgets.Lane{Label: label, Shape: widgets.Diamonds}
	for _, m := range tried {
		lane.Marks = append(lane.Marks, widgets.Mark{Day: int(m.On), Hollow: !m.Held})
	}
	return lane
}
