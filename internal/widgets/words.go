package widgets

import "fyne.io/fyne/v2"

// Stack lays objects one above the other, each as large as all: a ground and what
// stands on it.
func Stack(layers ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &insetLayout{}, Objects: layers}
}

// NewHead returns the head of a screen: the sentence that answers, one muted line
// below it ("" for none), and the actions, which move below where it is narrow.
func NewHead(answer, line string, actions ...fyne.CanvasObject) *fyne.Container {
	words := NewColumn(0, &Text{Text: answer, As: Answer, Bold: true})
	if line != "" {
		words.Add(NewText(line, ColorMuted))
	}
	return &fyne.Container{Layout: &headLayout{}, Objects: []fyne.CanvasObject{
		Inset(8, 0, 0, 0, words), NewFlow(8, actions...),
	}}
}

// NewQuestionHead is NewHead for a screen that answers a question: the question
// small above the answer, and below it what the answer rests on.
func NewQuestionHead(question, answer, line string, actions ...fyne.CanvasObject) *fyne.Container {
	words := NewColumn(4, NewText(question, ColorMuted), &Text{Text: answer, As: Answer, Bold: true})
	if line != "" {
		words.Add(&Text{Text: line, As: Lead, Color: ColorSoft, MaxWidth: 640})
	}
	return &fyne.Container{Layout: &headLayout{}, Objects: []fyne.CanvasObject{
		Inset(8, 0, 0, 0, words), NewFlow(8, actions...),
	}}
}

// headLayout puts the actions right of the words, twelve below the top, or below.
type headLayout struct{ width float32 }

const (
	headWords float32 = 380 // the least room for the answer beside actions
	headGap   float32 = 24
)

func (l *headLayout) beside(objects []fyne.CanvasObject, width float32) (words, actions float32, ok bool) {
	actions = NaturalWidth(objects[1])
	words = width - actions
	if actions > 0 {
		words -= headGap
	}
	return words, actions, words >= min(headWords, NaturalWidth(objects[0]))
}

func (l *headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	words, actions, ok := l.beside(objects, size.Width)
	if ok {
		put(objects[0], 0, 0, words, HeightFor(objects[0], words))
		put(objects[1], size.Width-actions, 12, actions, HeightFor(objects[1], actions))
		return
	}
	height := HeightFor(objects[0], size.Width)
	put(objects[0], 0, 0, size.Width, height)
	put(objects[1], 0, height+12, size.Width, HeightFor(objects[1], size.Width))
}

func (l *headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(minWidth(objects), l.heightFor(objects, l.width))
}

func (l *headLayout) heightFor(objects []fyne.CanvasObject, width float32) float32 {
	words, actions, ok := l.beside(objects, width)
	if ok {
		return max(HeightFor(objects[0], words), 12+HeightFor(objects[1], actions))
	}
	return HeightFor(objects[0], width) + 12 + HeightFor(objects[1], width)
}

func (l *headLayout) naturalWidth(objects []fyne.CanvasObject) float32 {
	return NaturalWidth(objects[0]) + headGap + NaturalWidth(objects[1])
}

// SectionHead returns the head of a section: its title in bold, a muted note
// beside it ("" for none) and what stands at the right.
func SectionHead(title, note string, aside ...fyne.CanvasObject) *fyne.Container {
	row := NewRow(8, &Text{Text: title, Bold: true})
	if note != "" {
		row.Add(NewText(note, ColorMuted))
	}
	row.Add(Spring())
	for _, object := range aside {
		row.Add(object)
	}
	return row
}

// KeyValue returns a row of 32 units: the key soft, the value right of it at the
// edge. Put a Hairline between two, or use KeyValues for all of them.
func KeyValue(key, value string, bold bool) *fyne.Container {
	return Inset(6, 0, 6, 0, NewRow(16,
		Stretch(NewText(key, ColorSoft)),
		&Text{Text: value, Bold: bold, Align: fyne.TextAlignTrailing},
	))
}

// KeyValues returns rows below one another with hairlines between.
func KeyValues(rows ...fyne.CanvasObject) *fyne.Container {
	column := NewColumn(0)
	for i, row := range rows {
		if i > 0 {
			column.Add(&Hairline{})
		}
		column.Add(row)
	}
	return column
}

// EmptyPlace says in one sentence what belongs where nothing is yet, and offers
// the button that begins it; nil offers none.
func EmptyPlace(icon, sentence string, action *Button) *fyne.Container {
	words := NewColumn(12, &Text{Text: sentence, As: Lead, Color: ColorSoft, MaxWidth: 640})
	if action != nil {
		words.Add(NewFlow(8, action))
	}
	return NewTopRow(12, Inset(2, 0, 0, 0, &Icon{Name: icon, Color: ColorMuted}), Stretch(words))
}

// Hint returns a doubt or a suggestion on amber: one bold line, the reason, and
// what can be done about it.
func Hint(title, reason string, actions ...fyne.CanvasObject) *Card {
	words := NewColumn(0, &Text{Text: title, Bold: true})
	if reason != "" {
		words.Add(NewText(reason, ColorSoft))
	}
	if len(actions) > 0 {
		words.Add(Inset(8, 0, 0, 0, NewFlow(8, actions...)))
	}
	content := NewTopRow(12, &Icon{Name: "look", Color: ColorDoubt}, Stretch(words))
	return &Card{Sections: []fyne.CanvasObject{content}, Fill: ColorDoubtTint}
}

// Banner returns a strip for the top of every screen, such as the one that says
// this is the sample book.
func Banner(text string, actions ...fyne.CanvasObject) *fyne.Container {
	row := NewRow(16, &Icon{Name: "look", Color: ColorSoft, Side: IconSmall}, Stretch(NewText(text, ColorSoft)))
	for _, action := range actions {
		row.Add(action)
	}
	return Stack(&Backdrop{Color: ColorSunken}, Inset(8, PageInset, 8, PageInset, row))
}

// HintBanner returns a hint for the top of every screen: what has just come up, in
// one bold line, what to do about it, and the ways on.
func HintBanner(title, reason string, actions ...fyne.CanvasObject) *fyne.Container {
	words := NewColumn(0, &Text{Text: title, Bold: true}, NewText(reason, ColorSoft))
	row := NewRow(16, &Icon{Name: "look", Color: ColorDoubt, Side: IconSmall}, Stretch(words))
	for _, action := range actions {
		row.Add(action)
	}
	return Stack(&Backdrop{Color: ColorDoubtTint}, Inset(10, PageInset, 10, PageInset, row))
}
