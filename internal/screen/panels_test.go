package screen

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func TestATextIsReadAndCopied(t *testing.T) {
	h := newTestHost(t, present.English)
	passages := []present.Passage{{Lines: []string{"Strain 61 of 100"}}, {Title: "Friction", Lines: []string{"12 May: Complaint", "2 June: Demand"}}}
	ShowText(h, "Harbour Studio", passages)
	for _, text := range []string{"Harbour Studio", "Strain 61 of 100", "Friction", "12 May: Complaint"} {
		if !strings.Contains(h.panel(), text) {
			t.Errorf("does not say %q", text)
		}
	}
	h.press("Copy the text")
	want := "Harbour Studio\n\nStrain 61 of 100\n\nFriction\n12 May: Complaint\n2 June: Demand\n"
	if got := h.app.Clipboard().Content(); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	h.typed(fyne.KeyEscape)
	if h.panel() != "" {
		t.Error("it is still open")
	}
}

func TestAProblemIsToldAndItsDetailsCopied(t *testing.T) {
	h := newTestHost(t, present.English)
	err := fmt.Errorf("log: %w", rapport.Refuse(rapport.ErrNameTaken, rapport.Args{"name": "Acme"}))
	ShowProblem(h, err)
	if !strings.Contains(h.panel(), "That could not be done") || !strings.Contains(h.panel(), "Acme") {
		t.Errorf("says:\n%s", h.panel())
	}
	h.press("Copy details")
	if got := h.app.Clipboard().Content(); !strings.Contains(got, err.Error()) || !strings.Contains(got, h.speaker.Error(err)) {
		t.Errorf("copied %q", got)
	}
	h.press("OK")
	if h.panel() != "" {
		t.Error("it is still open")
	}
}

func TestWhatTheUserCancelledIsNoProblem(t *testing.T) {
	h := newTestHost(t, present.English)
	ShowProblem(h, errors.Join(errors.New("review"), context.Canceled))
	if h.panel() != "" || len(h.toasts) != 1 {
		t.Errorf("panel %q, toasts %q", h.panel(), h.toasts)
	}
}

func TestTheKeysAreNamedInTheLanguageSpoken(t *testing.T) {
	names := map[present.Language]string{present.English: "Ctrl L", present.German: "Strg L", present.Turkish: "Ctrl L", present.Dutch: "Ctrl L"}
	for language, name := range names {
		h := newTestHost(t, language)
		ShowKeys(h)
		if text := h.panel(); !strings.Contains(text, name) || strings.ContainsAny(text, "<>⟦") {
			t.Errorf("%s says:\n%s", language, text)
		}
	}
}

func TestAboutSaysThatNothingLeavesTheComputer(t *testing.T) {
	h := newTestHost(t, present.English)
	ShowAbout(h, "0.9.1")
	for _, text := range []string{"0.9.1", "MIT", "never connects to the network"} {
		if !strings.Contains(strings.ReplaceAll(h.panel(), "\n", " "), text) {
			t.Errorf("does not say %q:\n%s", text, h.panel())
		}
	}
}

func TestPanelsFitTheSmallestWindow(t *testing.T) {
	open := map[string]func(Host){
		"keys":    ShowKeys,
		"about":   func(h Host) { ShowAbout(h, "1") },
		"find":    ShowFind,
		"problem": func(h Host) { ShowProblem(h, rapport.ErrNameTaken) },
	}
	for _, language := range present.Languages() {
		for name, show := range open {
			h := newTestHost(t, language)
			h.window.Resize(fyne.NewSize(853, 533))
			show(h)
			walk(h.window.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
				left := h.app.Driver().AbsolutePositionForObject(o).X
				if left < 0 || left+o.Size().Width > 853.5 {
					t.Errorf("%s in %s: %T stands from %v to %v", name, language, o, left, left+o.Size().Width)
				}
			})
		}
	}
}
