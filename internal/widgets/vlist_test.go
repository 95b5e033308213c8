package widgets

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// numbers are rows that say their number; every tenth is a heading.
type numbers struct {
	count, built int
}

// numberRow is a row as screens make them: a struct around a container.
type numberRow struct {
	*fyne.Container
	text    *Text
	hovered bool
}

func (r *numberRow) Drawn() fyne.CanvasObject { return r.Container }
func (r *numberRow) SetHovered(on bool)       { r.hovered = on }

func (n *numbers) Len() int              { return n.count }
func (n *numbers) Openable(row int) bool { return row%10 != 0 }
func (n *numbers) Kind(row int) int      { return map[bool]int{true: 1, false: 0}[n.Openable(row)] }
func (n *numbers) Height(row int, _ float32) float32 {
	if n.Openable(row) {
		return 40
	}
	return 60
}

func (n *numbers) New(int) fyne.CanvasObject {
	n.built++
	text := &Text{}
	return &numberRow{Container: NewColumn(0, text), text: text}
}

func (n *numbers) Set(row int, object fyne.CanvasObject) {
	r := object.(*numberRow)
	r.text.Text = strconv.Itoa(row)
	r.text.Refresh()
}

func numberList(t *testing.T, count int) (fyne.Window, *VList, *numbers, *[]int) {
	t.Helper()
	rows := &numbers{count: count}
	opened := new([]int)
	var list *VList
	w := stage(t, Light, 600, 400, func() fyne.CanvasObject {
		list = NewVList(rows, func(row int) { *opened = append(*opened, row) })
		return list
	})
	return w, list, rows, opened
}

func TestTenThousandRowsBuildOnlyWhatIsInSight(t *testing.T) {
	_, list, rows, _ := numberList(t, 10_000)
	list.ScrollTo(200_000)
	list.ScrollTo(0)
	for offset := float32(0); offset < 4000; offset += 37 {
		list.ScrollTo(offset)
	}
	if rows.built > 40 {
		t.Errorf("%d objects were built for rows, want about as many as are in sight", rows.built)
	}
	for row, live := range list.live {
		if got := live.content.(*numberRow).text.Text; got != strconv.Itoa(row) {
			t.Errorf("row %d says %q", row, got)
		}
	}
}

func TestAListIsOneStopAndItsKeysMoveInside(t *testing.T) {
	w, list, _, opened := numberList(t, 100)
	w.Canvas().FocusNext()
	if list.Current() != 1 {
		t.Fatalf("the keyboard begins at row %d, want the first that is no heading", list.Current())
	}
	for _, step := range []struct {
		name fyne.KeyName
		want int
	}{
		{fyne.KeyDown, 2}, {fyne.KeyUp, 1}, {fyne.KeyUp, 1}, {fyne.KeyEnd, 99}, {fyne.KeyDown, 99}, {fyne.KeyHome, 1},
	} {
		key(t, w, step.name)
		if list.Current() != step.want {
			t.Errorf("after %s the current row is %d, want %d", step.name, list.Current(), step.want)
		}
	}
	for range 9 {
		key(t, w, fyne.KeyDown)
	}
	if list.Current() != 11 {
		t.Errorf("nine further down is row %d, want 11, past the heading", list.Current())
	}
	key(t, w, fyne.KeyReturn)
	if len(*opened) != 1 || (*opened)[0] != 11 {
		t.Errorf("Enter opened %v, want row 11", *opened)
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(list) {
		t.Error("a second Tab stops inside the list")
	}
}

func TestPageKeysMoveByAboutAView(t *testing.T) {
	w, list, _, _ := numberList(t, 1000)
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyPageDown)
	if got := list.Current(); got < 7 || got > 11 {
		t.Errorf("a page down is row %d, want about nine further", got)
	}
	key(t, w, fyne.KeyPageUp)
	if got := list.Current(); got > 2 {
		t.Errorf("back up is row %d", got)
	}
	key(t, w, fyne.KeyEnd)
	key(t, w, fyne.KeyPageDown)
	if got := list.Current(); got != 999 {
		t.Errorf("below the end is row %d", got)
	}
}

func TestTheCurrentRowIsAlwaysInSight(t *testing.T) {
	w, list, _, _ := numberList(t, 1000)
	w.Canvas().FocusNext()
	for _, name := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyUp, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyPageDown} {
		key(t, w, name)
		top, bottom := list.tops[list.Current()], list.tops[list.Current()+1]
		if top < list.Offset() || bottom > list.Offset()+400 {
			t.Errorf("after %s the row from %v to %v is not in the view that begins at %v", name, top, bottom, list.Offset())
		}
	}
}

func TestARowOpensByAClickAndAHeadingDoesNot(t *testing.T) {
	w, list, _, opened := numberList(t, 100)
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, pageTop+10))    // row 0, a heading
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, pageTop+60+50)) // row 2
	if len(*opened) != 1 || (*opened)[0] != 2 || list.Current() != 2 {
		t.Errorf("clicks opened %v, want row 2", *opened)
	}
}

func TestARowUsedAgainIsNotUnderThePointer(t *testing.T) {
	_, list, _, _ := numberList(t, 1000)
	list.live[3].MouseIn(&desktop.MouseEvent{})
	row := list.live[3].content.(*numberRow)
	if !row.hovered {
		t.Fatal("the row does not hear of the pointer")
	}
	list.ScrollTo(20_000)
	list.ScrollTo(0)
	for _, live := range list.live {
		if live.content.(*numberRow).hovered {
			t.Errorf("row %d believes the pointer is on it", live.row)
		}
	}
}

func TestReloadKeepsThePlaceAndForgetsRowsThatAreGone(t *testing.T) {
	w, list, rows, _ := numberList(t, 1000)
	w.Canvas().FocusNext()
	key(t, w, fyne.KeyEnd)
	rows.count = 20
	list.Reload()
	if list.Current() != -1 {
		t.Errorf("the current row is %d of 20", list.Current())
	}
	if list.Offset() > list.height() {
		t.Errorf("the list is scrolled to %v of %v", list.Offset(), list.height())
	}
	rows.count = 0
	list.Reload()
	if len(list.live) != 0 {
		t.Errorf("%d rows of none are shown", len(list.live))
	}
}

func TestARowTheToolkitWouldNotDrawIsRefused(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a struct around a container was taken without Drawn")
		}
	}()
	drawnOf(struct{ *fyne.Container }{NewColumn(0)})
}
