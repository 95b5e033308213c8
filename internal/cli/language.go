package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
)

// languageVariable names the language where --lang does not.
const languageVariable = "RAPPORT_LANG"

// peek reads --book and --lang before the line is parsed: a fault in the line
// has to be told in some language.
func peek(args []string) globals {
	var g globals
	for i, arg := range args {
		if arg == "--" {
			break
		}
		for name, field := range map[string]*string{"--book": &g.book, "--lang": &g.lang} {
			if value, ok := strings.CutPrefix(arg, name+"="); ok {
				*field = value
			} else if arg == name && i+1 < len(args) {
				*field = args[i+1]
			}
		}
	}
	return g
}

// say returns the voice of this run. The language is that of --lang, else of
// RAPPORT_LANG, else of the book, else of the system. A command that opens the
// book anyway has settled it by then (see adopt); otherwise the book is asked
// here, and one that cannot be asked has no say.
func (a *app) say(ctx context.Context) *present.Speaker {
	if a.speaker != nil {
		return a.speaker
	}
	var settings practice.Settings
	if a.asked() == "" {
		settings = a.settings(ctx)
	}
	a.speaker = a.voice(settings)
	return a.speaker
}

// adopt takes the language from an open book, unless one was asked for.
func (a *app) adopt(ctx context.Context, p *practice.Practice) error {
	if a.speaker != nil {
		return nil
	}
	settings, err := p.Settings(ctx)
	if errors.Is(err, book.ErrDamaged) && p.Book().ReadOnly() {
		settings, err = practice.Settings{}, nil // the rest may still be read
	}
	if err != nil {
		return err
	}
	a.speaker = a.voice(settings)
	return nil
}

// asked is the language somebody asked for on purpose, "" if nobody did.
func (a *app) asked() string {
	if a.flags.lang != "" {
		return a.flags.lang
	}
	return a.out.Env(languageVariable)
}

// settings reads the settings of the book without touching it.
func (a *app) settings(ctx context.Context) practice.Settings {
	b, err := a.look(ctx)
	if err != nil {
		return practice.Settings{}
	}
	p := practice.New(b, a.day)
	settings, err := p.Settings(ctx)
	if closed := p.Close(); err != nil || closed != nil {
		return practice.Settings{}
	}
	return settings
}

// voice chooses language and formats. Formats that nobody chose are those of the
// system where it speaks the same language, else those of the language.
func (a *app) voice(settings practice.Settings) *present.Speaker {
	system := a.systemTags()
	wanted := a.asked()
	language := present.MatchLanguage(append([]string{wanted, settings.Language}, system...)...)
	formats := present.Formats(settings.Formats)
	switch {
	case slices.Contains(present.AllFormats(), formats):
	case strings.ContainsAny(wanted, "-_"):
		formats = present.MatchFormats(wanted)
	case present.MatchLanguage(system...) == language:
		formats = present.MatchFormats(system...)
	default:
		formats = present.FormatsOf(language)
	}
	return present.NewSpeaker(language, formats)
}

// systemTags are what the environment says about languages, the most telling
// first (POSIX, Environment Variables; LANGUAGE as GNU gettext reads it).
func (a *app) systemTags() []string {
	var tags []string
	for _, name := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		tags = append(tags, a.out.Env(name))
	}
	return tags
}

// languageCodes are the values of --lang.
func languageCodes() []string {
	var codes []string
	for _, l := range present.Languages() {
		codes = append(codes, string(l))
	}
	return codes
}
