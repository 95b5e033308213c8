package screen

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// writeTo opens a letter of a kind to a client.
func writeTo(h *testHost, client rapport.ID, kind string) *Letter {
	h.t.Helper()
	l := NewLetter(h)
	h.show(l, Place{Name: AtLetter, Client: client, Letter: Writing{Kind: kind}})
	h.fine()
	return l
}

// way is what the book holds of the way with a client.
func (h *testHost) way(c rapport.Client) rapport.Way {
	h.t.Helper()
	file, err := h.practice.Client(h.t.Context(), c.ID)
	if err != nil {
		h.t.Fatal(err)
	}
	return file.Way
}

func TestALetterIsKeptAsItIsTypedAndFoundAgain(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	l := writeTo(h, who.ID, "apology")
	if n := len(h.way(who).Letters); n != 0 {
		t.Fatalf("%d letters are kept though nothing was typed", n)
	}
	test.Type(l.desk.first(), "Hello. ")
	again := writeTo(h, who.ID, "apology")
	if got := again.desk.parts.paper.Text(); !strings.Contains(got, "Hello. ") {
		t.Errorf("the letter found again reads %q", got)
	}
	if n := len(h.way(who).Letters); n != 1 {
		t.Errorf("%d letters are kept, want the one", n)
	}
}

func TestALetterSentIsLoggedAndOnlyToBeRead(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	l := writeTo(h, who.ID, "apology")
	h.press("I have sent it")
	if n := len(h.way(who).Letters); n != 0 {
		t.Fatal("a letter with gaps is taken as sent without a word")
	}
	h.press("I have sent it all the same")
	h.fine()
	way := h.way(who)
	if len(way.Letters) != 1 || way.Letters[0].Sent != testDay || way.Letters[0].Way != rapport.WayCopy {
		t.Fatalf("letters %+v", way.Letters)
	}
	if _, ok := find(h, func(*widgets.Paper) bool { return true }); ok {
		t.Error("a sent letter can still be written on")
	}
	if len(h.toasts) != 1 {
		t.Errorf("said %q", h.toasts)
	}
	if _, err := h.practice.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !l.desk.letter.Draft() {
		t.Error("the sending was taken back and the letter is still shown as sent")
	}
}

func TestALetterWrittenInAngerLiesOvernightUnlessReleased(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	l := writeTo(h, who.ID, "boundary")
	test.Tap(l.desk.parts.hold)
	if !l.send.Locked {
		t.Fatal("it can be recorded as sent at once")
	}
	if held := h.way(who).Letters[0].Held; held != testDay.AddDays(1) {
		t.Errorf("held until %v", held)
	}
	test.Tap(l.desk.parts.hold) // not in anger after all
	if l.send.Locked {
		t.Error("it is still locked")
	}
	test.Tap(l.desk.parts.hold)
	h.press("I have sent it all the same")
	h.fine()
	if sent := h.way(who).Letters[0].Sent; sent != testDay {
		t.Errorf("sent on %v", sent)
	}
}

func TestAHeldLetterHasNoWayOut(t *testing.T) {
	h := newTestHost(t, present.English)
	l := writeTo(h, h.client("Mercer Labs").ID, "boundary")
	test.Tap(l.desk.parts.hold)
	for _, way := range []string{"Copy", "As text", "As PDF"} {
		if strings.Contains(h.texts(), way) {
			t.Errorf("it can still go out by %q", way)
		}
	}
	h.today = testDay.AddDays(1)
	l.Show(l.place)
	if l.send.Locked || l.desk.parts.hold.State == widgets.Done || !strings.Contains(h.texts(), "Copy") {
		t.Error("a night later it is still held")
	}
}

func TestALetterOnTheDeskHearsOfAnAddress(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	l := writeTo(h, who.ID, "apology")
	drafted := l.desk.parts.paper.Text()
	who.Reach.Emails, who.About.People = []string{"ruth@mercer.example"}, "Ruth Mercer, runs the office"
	if err := h.practice.EditClient(t.Context(), who); err != nil {
		t.Fatal(err)
	}
	h.says("Open in mail program")
	if got := l.desk.parts.paper.Text(); got == drafted || !strings.Contains(got, "Ruth") {
		t.Errorf("a letter nobody has written on still reads %q", got)
	}
	test.Type(l.desk.first(), "My own words. ")
	wrote := l.desk.parts.paper.Text()
	who.About.People = "Someone Else, owner"
	if err := h.practice.EditClient(t.Context(), who); err != nil {
		t.Fatal(err)
	}
	if got := l.desk.parts.paper.Text(); got != wrote {
		t.Errorf("what was written became %q", got)
	}
}

func TestALetterToSomebodyOneIsAngryWithTodayIsHeldByItself(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	_, err := h.practice.Log(t.Context(), rapport.Entry{Client: who.ID, On: testDay, Kind: rapport.Complaint, Severity: 3,
		Cost: rapport.Cost{Anger: rapport.Rated(8)}})
	if err != nil {
		t.Fatal(err)
	}
	l := writeTo(h, who.ID, "boundary")
	test.Type(l.desk.first(), "x")
	if l.desk.parts.hold.State != widgets.Done || !l.send.Locked {
		t.Error("the letter may go out at once")
	}
	test.Tap(l.desk.parts.hold)
	test.Type(l.desk.first(), "y")
	if l.send.Locked {
		t.Error("saying that it is not written in anger was not heard")
	}
}

func TestAnotherLanguageBeginsAnewAndWhatWasWrittenComesBack(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	l := writeTo(h, who.ID, "apology")
	test.Type(l.desk.first(), "My own words. ")
	wrote := l.desk.letter.Body
	l.desk.parts.language.Select(1)
	if l.desk.letter.Language != "de" || strings.Contains(l.desk.parts.paper.Text(), "My own words") {
		t.Fatalf("in %s the letter reads %q", l.desk.letter.Language, l.desk.parts.paper.Text())
	}
	link, ok := find(h, func(k *widgets.Link) bool { return k.Text == "Bring back what I wrote" })
	if !ok {
		t.Fatal("there is no way back to what was written")
	}
	test.Tap(link)
	if l.desk.parts.paper.Text() != wrote || l.desk.letter.Language != "en" || l.desk.parts.language.Selected != 0 {
		t.Errorf("brought back in %s: %q", l.desk.letter.Language, l.desk.parts.paper.Text())
	}
}

func TestALineFromTheBookGoesIntoTheLetter(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	h.log(who, 3, rapport.Complaint, "The hand-over came late")
	l := writeTo(h, who.ID, "apology")
	if len(l.desk.page.Book) == 0 {
		t.Fatal("the book has nothing for the letter")
	}
	line := l.desk.page.Book[0]
	fact, ok := find(h, func(f *widgets.Fact) bool { return f.Text == line.Text })
	if !ok {
		t.Fatalf("%q is not offered", line.Text)
	}
	before := strings.Count(l.desk.letter.Body, line.Insert)
	test.Tap(fact)
	if got := strings.Count(l.desk.letter.Body, line.Insert); got != before+1 {
		t.Errorf("%q stands in the letter %d times, want %d", line.Insert, got, before+1)
	}
}

func TestALetterGoesOutByCopyAndByMail(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	who.Reach.Emails = []string{"ruth@mercer.example"}
	if err := h.practice.EditClient(t.Context(), who); err != nil {
		t.Fatal(err)
	}
	l := writeTo(h, who.ID, "apology")
	link, _ := find(h, func(k *widgets.Link) bool { return k.Text == "Copy" })
	test.Tap(link)
	if got := fyne.CurrentApp().Clipboard().Content(); got != l.desk.letter.Body {
		t.Errorf("copied %q", got)
	}
	h.press("Open in mail program")
	if len(h.links) != 1 || !strings.HasPrefix(h.links[0], "mailto:ruth@mercer.example?subject=") {
		t.Errorf("opened %q", h.links)
	}
	h.press("I have sent it")
	h.press("I have sent it all the same") // with gaps
	if way := h.way(who).Letters[0].Way; way != rapport.WayMail {
		t.Errorf("it went out by %q", way)
	}
}

func TestThePageOffersKindsAndListsWhatWasWritten(t *testing.T) {
	h := newTestHost(t, present.English)
	who := h.client("Mercer Labs")
	l := writeTo(h, who.ID, "apology")
	test.Type(l.desk.first(), "x")
	h.show(l, Place{Name: AtLetter, Client: who.ID})
	h.says("What would you like to write?", "Written before")
	h.press("Throw away")
	h.press("Throw away") // asked for again
	h.fine()
	if n := len(h.way(who).Letters); n != 0 {
		t.Errorf("%d letters are left", n)
	}
}

func TestTakingAPhraseOutLeavesASentence(t *testing.T) {
	capital := present.NewSpeaker(present.English, "").Capital
	for _, c := range []struct{ text, phrase, instead, want string }{
		{"I am sorry, but May was full.", "but May was full", "", "I am sorry."},
		{"I am sorry, but May was full. Thank you.", "but May was full", "", "I am sorry. Thank you."},
		{"You always call late.", "always", "often", "You often call late."},
		{"You always call late.", "always", "", "You call late."},
		{"Obviously it was late.", "Obviously", "", "It was late."},
		{"Thank you. Obviously, it was late.", "Obviously", "", "Thank you. It was late."},
		{"Thank you.\nObviously it was late.", "Obviously", "", "Thank you.\nIt was late."},
		{"As I said, as per my last mail.", "as per my last mail", "", "As I said."},
		{"So. That is nonsense.\nThank you.", "That is nonsense.", "", "So.\nThank you."},
	} {
		from := strings.Index(c.text, c.phrase)
		if got := mended(c.text, from, from+len(c.phrase), c.instead, capital); got != c.want {
			t.Errorf("%q without %q is %q, want %q", c.text, c.phrase, got, c.want)
		}
	}
}
