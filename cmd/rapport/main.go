//go:build cgo

// Command rapport is the desktop program: a private book of what happens with
// each client, and the answer to what to do about it. Package desktop is what it
// shows; this is where it meets the machine: arguments, clock, environment and
// the graphics driver, which makes it the only package that needs a C compiler.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"github.com/rapport-desktop/rapport/assets"
	"github.com/rapport-desktop/rapport/internal/desktop"
	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// id names the program to the desktop it runs on.
const id = "io.github.rapport_desktop.rapport"

func main() {
	locale := lang.SystemLocale().String()
	err := run(os.Args[1:], locale)
	switch {
	case errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errUsage):
		os.Exit(2)
	case err != nil:
		language := present.MatchLanguage(locale)
		fmt.Fprintln(os.Stderr, present.NewSpeaker(language, present.FormatsFor(language, locale)).Error(err))
		os.Exit(1)
	}
}

// errUsage is wrong use, of which the flag package has already told.
var errUsage = errors.New("wrong use")

func run(args []string, locale string) error {
	flags := flag.NewFlagSet("rapport", flag.ContinueOnError)
	book := flags.String("book", "", "the book to open")
	sample := flags.Bool("sample", false, "look around in the sample practice")
	showVersion := flags.Bool("version", false, "print the version and exit")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return errUsage
	}
	if *showVersion {
		fmt.Println("rapport", version())
		return nil
	}
	if *book == "" {
		*book = flags.Arg(0)
	}
	folders, err := home.Standard()
	if err != nil {
		return err
	}
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700) // the toolkit wants it and complains of a home without one
	}
	a := app.NewWithID(id)
	a.SetIcon(fyne.NewStaticResource("rapport.png", assets.AppIcon()))
	desktop.Run(a, desktop.Options{
		Book: *book, Environment: os.Getenv(home.BookVariable), Sample: *sample, Folders: folders,
		Today:  func() rapport.Date { return rapport.DateOf(time.Now()) },
		Now:    time.Now,
		Locale: []string{locale}, Version: version(),
		Leave: func() { os.Exit(0) },
	})
	return nil
}

// version is what the build was stamped with.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}
