package assets

import "embed"

//go:embed tone/*.json
var tones embed.FS

// Tone returns the words that make a letter of a language worse, by its two-letter
// code. Package guide gives them a meaning. The second result is false if there are
// none of the language.
func Tone(language string) ([]byte, bool) {
	data, err := tones.ReadFile("tone/" + language + ".json")
	return data, err == nil
}
