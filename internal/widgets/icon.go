package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"github.com/rapport-desktop/rapport/assets"
)

// The two sizes icons are drawn at: in lines of text and in rows.
const (
	IconSmall float32 = 16
	IconLarge float32 = 20
)

// Icon shows one of our icons in a colour of the theme. An icon never stands
// without a word, but for the chevron and the tick.
type Icon struct {
	widget.BaseWidget
	Name  string
	Color fyne.ThemeColorName // "" is soft
	Side  float32             // 0 is IconLarge
}

// VerdictIcon returns the icon of a verdict code in the code's hue.
func VerdictIcon(code string, side float32) *Icon {
	return &Icon{Name: verdictIconName(code), Color: Hue(code).Icon, Side: side}
}

func verdictIconName(code string) string {
	if _, ok := assets.Icon(code); !ok {
		return "unclear"
	}
	return code
}

// MinSize is the icon's square.
func (i *Icon) MinSize() fyne.Size { return fyne.NewSquareSize(i.side()) }

func (i *Icon) side() float32 {
	if i.Side == 0 {
		return IconLarge
	}
	return i.Side
}

// CreateRenderer is called by the toolkit.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.ExtendBaseWidget(i)
	r := &iconRenderer{icon: i, picture: newPicture()}
	r.objects = objects{r.picture.Image}
	r.Refresh()
	r.Layout(i.Size())
	return r
}

type iconRenderer struct {
	objects
	icon    *Icon
	picture *picture
}

func (r *iconRenderer) Layout(size fyne.Size) {
	side := r.icon.side()
	put(r.picture, (size.Width-side)/2, (size.Height-side)/2, side, side)
}

func (r *iconRenderer) MinSize() fyne.Size { return r.icon.MinSize() }

func (r *iconRenderer) Refresh() {
	color := r.icon.Color
	if color == "" {
		color = ColorSoft
	}
	r.picture.show(r.icon.Name, color)
	canvas.Refresh(r.icon)
}

// picture is an icon as part of another part.
type picture struct{ *canvas.Image }

func newPicture() *picture {
	return &picture{Image: &canvas.Image{FillMode: canvas.ImageFillContain}}
}

// show sets the icon; an unknown or empty name shows nothing.
func (p *picture) show(name string, color fyne.ThemeColorName) {
	data, ok := assets.Icon(name)
	p.Hidden = !ok
	if !ok {
		return
	}
	p.Resource = theme.NewColoredResource(fyne.NewStaticResource(name+".svg", data), color)
	p.Image.Refresh()
}
