package present

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Hours writes minutes as they are typed where hours are asked for: 31, or 31:15.
func (s *Speaker) Hours(minutes int) string {
	if minutes%60 == 0 {
		return strconv.Itoa(minutes / 60)
	}
	return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
}

// ParseHours reads a time in hours, with minutes behind a colon or as a fraction
// the formats write: 31, 31:15, 31.25. It returns minutes, rounded.
func (s *Speaker) ParseHours(text string) (minutes int, err error) {
	text = strings.TrimSpace(text)
	refused := rapport.Refuse(rapport.ErrMinutes, rapport.Args{"value": text})
	if hours, rest, ok := strings.Cut(text, ":"); ok {
		h, err := strconv.ParseUint(hours, 10, 16)
		m, err2 := strconv.ParseUint(rest, 10, 16)
		if err != nil || err2 != nil || m > 59 || len(rest) != 2 {
			return 0, refused
		}
		return int(h)*60 + int(m), nil
	}
	hours, err := s.ParseNumber(text)
	if err != nil || hours < 0 || hours > math.MaxInt16 {
		return 0, refused
	}
	return int(math.Round(hours * 60)), nil
}
