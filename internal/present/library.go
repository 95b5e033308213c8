package present

import (
	"fmt"
	"sync"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/interest"
)

// must unwraps what was read from the assets. They are part of the program: a file
// that cannot be read is a broken build.
func must[T any](value T, err error) T {
	if err != nil {
		panic(fmt.Sprintf("present: %v", err))
	}
	return value
}

// The data of the assets, each file read once and only when somebody asks for it.
var (
	readGuides = sync.OnceValue(func() guide.Library { return must(guide.ReadLibrary(assets.Guides())) })
	readCards  = sync.OnceValue(func() []guide.Card { return must(guide.ReadCards(assets.Guides(), readGuides())) })
	readRates  = sync.OnceValue(func() interest.Table { return must(interest.Read(assets.Rates)) })
)

// Guides returns the library of guides. Nobody may change it.
func Guides() guide.Library { return readGuides() }

// Cards returns the practice cards. Nobody may change them.
func Cards() []guide.Card { return readCards() }

// Rates returns the rates of statutory interest the program knows. Nobody may
// change it; what the user added comes on top with [interest.Table.With].
func Rates() interest.Table { return readRates() }

// tones are the words of tone of each language, read when somebody writes in it.
var tones = func() map[Language]func() *guide.Tone {
	read := make(map[Language]func() *guide.Tone)
	for _, l := range Languages() {
		read[l] = sync.OnceValue(func() *guide.Tone {
			data, _ := assets.Tone(string(l)) // nothing is refused by its reader
			return must(guide.ReadTone(data))
		})
	}
	return read
}()

// ToneOf returns what makes a letter of the language worse; an unknown language is
// taken for English.
func ToneOf(l Language) *guide.Tone {
	if read, known := tones[l]; known {
		return read()
	}
	return tones[English]()
}
