package present

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"

	"github.com/rapport-desktop/rapport/assets"
)

// catalogue holds the texts of one language.
type catalogue struct {
	plain     map[string]string // texts without arguments, answered directly
	filled    map[string]bool   // keys of those with; true where the plural form depends on a number
	localizer *i18n.Localizer   // texts with arguments or plural forms
	parser    template.Parser
}

// message is a text as it stands in a file: either a string or a set of plural
// forms.
type message struct {
	text  string
	forms map[string]string // nil for a plain text
}

// messageOf takes either shape and refuses any other.
func messageOf(value any) (m message, ok bool) {
	if m.text, ok = value.(string); ok {
		return m, true
	}
	forms, ok := value.(map[string]any)
	if !ok {
		return m, false
	}
	m.forms = make(map[string]string, len(forms))
	for form, text := range forms {
		if m.forms[form], ok = text.(string); !ok {
			return m, false
		}
	}
	return m, true
}

// catalogues holds the texts of each language once somebody has asked for them: a
// letter is often written in another language than the window speaks.
var catalogues = func() map[Language]func() *catalogue {
	loaders := make(map[Language]func() *catalogue)
	for _, l := range Languages() {
		loaders[l] = sync.OnceValue(func() *catalogue { return loadCatalogue(l) })
	}
	return loaders
}()

// catalogueOf returns the texts of a language. Nobody may change them.
func catalogueOf(l Language) *catalogue {
	if load, ok := catalogues[l]; ok {
		return load()
	}
	return loadCatalogue(l)
}

// loadCatalogue reads every file of a language. The files are part of the
// program: one that cannot be read is a broken build, so it panics.
func loadCatalogue(l Language) *catalogue {
	texts, err := readTexts(assets.Texts, l)
	if err != nil {
		panic(fmt.Sprintf("present: %v", err))
	}
	tag := language.Make(string(l))
	bundle := i18n.NewBundle(tag)
	plain := make(map[string]string, len(texts))
	filled := make(map[string]bool)
	var messages []*i18n.Message
	for key, m := range texts {
		switch {
		case m.forms != nil:
			messages = append(messages, &i18n.Message{ID: key, One: m.forms["one"], Other: m.forms["other"]})
		case strings.Contains(m.text, "{{"):
			messages = append(messages, &i18n.Message{ID: key, Other: m.text})
		default:
			plain[key] = m.text
		}
	}
	for _, m := range messages {
		filled[m.ID] = m.One != ""
	}
	if err := bundle.AddMessages(tag, messages...); err != nil {
		panic(fmt.Sprintf("present: texts of %q: %v", l, err))
	}
	return &catalogue{
		plain:     plain,
		filled:    filled,
		localizer: i18n.NewLocalizer(bundle, string(l)),
		parser:    &template.TextParser{Option: "missingkey=error"},
	}
}

// readTexts merges the files of a language. A key that stands in two files is
// refused: one of the two owners would wonder.
func readTexts(files fs.FS, l Language) (map[string]message, error) {
	names, err := fs.Glob(files, "text/*."+string(l)+".json")
	if err != nil {
		return nil, fmt.Errorf("listing texts: %w", err)
	}
	texts := make(map[string]message)
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, fmt.Errorf("reading texts: %w", err)
		}
		var area map[string]any
		if err := json.Unmarshal(data, &area); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
		for key, value := range area {
			m, ok := messageOf(value)
			if !ok {
				return nil, fmt.Errorf("reading %s: %q is neither a text nor a set of plural forms", name, key)
			}
			if _, taken := texts[key]; taken {
				return nil, fmt.Errorf("reading %s: %q stands in another file too", name, key)
			}
			texts[key] = m
		}
	}
	return texts, nil
}

// look returns a text without arguments.
func (c *catalogue) look(key string) (string, bool) {
	text, ok := c.plain[key]
	return text, ok
}

// fill returns a text with its arguments; count chooses the plural form and is
// nil where there is none.
func (c *catalogue) fill(key string, count any, args map[string]any) (string, error) {
	return c.localizer.Localize(&i18n.LocalizeConfig{
		MessageID: key, PluralCount: count, TemplateData: args, TemplateParser: c.parser,
	})
}

// Tables returns the plain texts whose key begins with the prefix, in every
// language, under the rest of their key. It is for what must understand all
// languages at once, such as the words of the quick line.
func Tables(prefix string) map[Language]map[string]string {
	tables := make(map[Language]map[string]string)
	for _, l := range Languages() {
		texts, err := readTexts(assets.Texts, l)
		if err != nil {
			panic(fmt.Sprintf("present: %v", err))
		}
		table := make(map[string]string)
		for key, m := range texts {
			if rest, ok := strings.CutPrefix(key, prefix); ok && m.forms == nil {
				table[rest] = m.text
			}
		}
		tables[l] = table
	}
	return tables
}
