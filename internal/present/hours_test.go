package present

import "testing"

func TestHoursAreReadAsTheyAreTyped(t *testing.T) {
	for _, c := range []struct {
		language Language
		text     string
		minutes  int
	}{
		{English, "31", 1860}, {English, "31.25", 1875}, {English, "31:15", 1875}, {English, " 0:05 ", 5}, {English, "0", 0},
		{German, "31,25", 1875}, {German, "31:15", 1875}, {Turkish, "1,5", 90}, {Dutch, "0,33", 20},
	} {
		got, err := NewSpeaker(c.language, "").ParseHours(c.text)
		if err != nil || got != c.minutes {
			t.Errorf("%s %q is read as %d minutes, %v; want %d", c.language, c.text, got, err, c.minutes)
		}
	}
}

func TestWhatIsNoTimeIsRefused(t *testing.T) {
	for _, text := range []string{"", "many", "-3", "1:60", "1:5", ":30", "1:2:3", "99999", "1,5"} {
		if got, err := NewSpeaker(English, "").ParseHours(text); err == nil {
			t.Errorf("%q is read as %d minutes", text, got)
		}
	}
}

func TestHoursAreReadBackAsTheyAreWritten(t *testing.T) {
	s := NewSpeaker(German, "")
	for minutes := range 3000 {
		if got, err := s.ParseHours(s.Hours(minutes)); err != nil || got != minutes {
			t.Fatalf("%d minutes are written %q and read as %d, %v", minutes, s.Hours(minutes), got, err)
		}
	}
}
