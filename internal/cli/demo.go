package cli

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/demo"
	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Sizes of a large practice when only one of the two is given.
const (
	usualClients          = 100
	usualEntriesPerClient = 50
)

func (a *app) demoCommand() *cobra.Command {
	var size demo.Size
	cmd := a.command(spec{name: "demo", code: "demo", examples: true, run: func(cmd *cobra.Command, _ []string) error {
		clients, entries := cmd.Flags().Changed("clients"), cmd.Flags().Changed("entries")
		if !clients {
			size.Clients = usualClients
		}
		if !entries {
			size.Entries = size.Clients * usualEntriesPerClient
		}
		option, n := "--clients", size.Clients
		if n >= 1 {
			option, n = "--entries", size.Entries
		}
		if n < 1 {
			return misuse{cmd: cmd, err: rapport.Refuse(errOptionWrong, rapport.Args{"option": option, "value": strconv.Itoa(n)})}
		}
		return a.makeSample(cmd.Context(), size, clients || entries)
	}})
	cmd.Flags().IntVar(&size.Clients, "clients", 0, "clients")
	cmd.Flags().IntVar(&size.Entries, "entries", 0, "entries")
	cmd.Flags().Uint64Var(&size.Seed, "seed", 1, "seed")
	return cmd
}

// makeSample makes a new book with a made-up practice in it: where --book says,
// else in the sample's own place. The user's book is never filled with it.
func (a *app) makeSample(ctx context.Context, size demo.Size, large bool) error {
	path := a.flags.book
	if path == "" {
		folders, err := home.Standard()
		if err != nil {
			return err
		}
		path = folders.Sample()
	}
	b, err := book.Create(ctx, path, book.Options{Now: a.out.Now, MakeFolder: a.flags.book == ""})
	if err != nil {
		return err
	}
	return a.on(ctx, b, func(ctx context.Context, p *practice.Practice) error {
		s := a.say(ctx)
		if large {
			err = demo.Large(ctx, p, s, size, a.progress)
		} else {
			err = demo.Fill(ctx, p, s)
		}
		if err == nil {
			err = markSample(ctx, p)
		}
		if err != nil {
			return err
		}
		a.sayDone(ctx, "cli.demo.made", present.Args{"Path": b.Path()})
		a.paper.prose(2, programName+" --book "+quoted(b.Path())+" review")
		return nil
	})
}

// markSample says in the book itself that it is made up.
func markSample(ctx context.Context, p *practice.Practice) error {
	settings, err := p.Settings(ctx)
	if err != nil {
		return err
	}
	settings.Sample = "yes"
	return p.EditSettings(ctx, settings)
}

// progress shows how far a large practice is, to somebody who waits for it.
func (a *app) progress(done, all demo.Size) {
	if !a.out.Asking {
		return
	}
	text := a.speaker.T("cli.demo.progress", present.Args{"Done": done.Entries, "All": all.Entries})
	if done.Entries >= all.Entries {
		text += "\n"
	}
	_, _ = fmt.Fprint(a.out.Err, "\r"+text)
}
