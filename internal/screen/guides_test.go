package screen

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

func TestTheLibraryOffersWhatFitsAndEveryOtherGuide(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	h.log(who, 2, rapport.Complaint, "late")
	g := NewGuides(h)
	h.show(g, Place{Name: AtGuides, Client: who.ID})
	h.fine()
	offered := map[string]bool{}
	walk(h.window.Content(), func(o fyne.CanvasObject) {
		if option, ok := o.(*widgets.Option); ok {
			offered[option.Title] = true
		}
	})
	for _, known := range present.Guides() {
		if title := h.speaker.T("guide." + known.Code + ".title"); !offered[title] {
			t.Errorf("%q is not offered", title)
		}
	}
	first, _ := find(h, func(o *widgets.Option) bool { return o.Primary })
	test.Tap(first)
	want := []Place{{Name: AtGuide, Client: who.ID, Guide: g.page.Fits[0].Code}}
	if diff := cmp.Diff(want, h.went); diff != "" {
		t.Errorf("went elsewhere (-want +got):\n%s", diff)
	}
}

func TestAPracticeCardOpensItsGuide(t *testing.T) {
	h := newTestHost(t, present.German)
	g := NewGuides(h)
	h.show(g, Place{Name: AtGuides})
	h.fine()
	card := g.page.Cards[0]
	link, ok := find(h, func(l *widgets.Link) bool { return l.Text == card.Open })
	if !ok {
		t.Fatalf("there is no link %q", card.Open)
	}
	test.Tap(link)
	if diff := cmp.Diff([]Place{{Name: AtGuide, Guide: card.Guide}}, h.went); diff != "" {
		t.Errorf("went elsewhere (-want +got):\n%s", diff)
	}
}

func TestWhatIsTypedFasterThanItIsStoredIsStoredAsItWasLast(t *testing.T) {
	h := &lateHost{testHost: newTestHost(t, present.English)}
	var stored []string
	k := keeper[string]{host: h, store: func(_ context.Context, text string) (string, error) {
		stored = append(stored, text)
		return text, nil
	}}
	for _, text := range []string{"D", "De", "Dea", "Dear"} {
		k.keep(text)
	}
	h.catchUp()
	k.keep("Dear Ruth")
	h.catchUp()
	if diff := cmp.Diff([]string{"Dear", "Dear Ruth"}, stored); diff != "" {
		t.Errorf("stored (-want +got):\n%s", diff)
	}
}

func TestADoneGuideBeginsAnewWhenOneComesToItAgain(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	g := walkWith(h, who.ID)
	g.run.Step = "gate"
	g.word()
	g.sit()
	for _, step := range everyKind.Steps[:len(everyKind.Steps)-1] {
		g.run.Kept[step.Code] = guide.Done
	}
	g.goOn()
	h.says("You have done your part")
	h.log(who, 0, rapport.Praise, "thank you") // no reason to leave the page
	h.says("You have done your part")
	g.Show(g.place)
	g.at(t, "read")
}
