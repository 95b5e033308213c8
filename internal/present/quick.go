package present

import (
	"fmt"
	"sync"

	"github.com/rapport-desktop/rapport/internal/intake"
)

// Words are the words of the quick line, of all languages at once; where one
// means two things, the Speaker's own language decides. They are made once a
// Speaker: reading four catalogues is work nobody should wait for at the start.
func (s *Speaker) Words() *intake.Words { return s.words() }

func quickWords(l Language) func() *intake.Words {
	return sync.OnceValue(func() *intake.Words {
		tables := make(map[string]map[string]string)
		for language, table := range Tables("") {
			tables[string(language)] = table
		}
		words, _, err := intake.NewWords(string(l), tables)
		if err != nil {
			panic(fmt.Sprintf("present: the words of the quick line: %v", err))
		}
		return words
	})
}
