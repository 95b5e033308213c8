package cli

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/home"
	printed "github.com/rapport-desktop/rapport/internal/paper"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// saving is where a document goes.
type saving struct {
	path    string
	replace bool // an existing file
}

// The kinds of file a document can be, by their endings.
const (
	endText = ".txt"
	endHTML = ".html"
	endPDF  = ".pdf"
)

// kind is the ending of the file, refused unless it is one of those given.
func (o saving) kind(endings ...string) (string, error) {
	end := strings.ToLower(filepath.Ext(o.path))
	for _, one := range endings {
		if end == one {
			return end, nil
		}
	}
	return "", rapport.Refuse(errFileKind, rapport.Args{"value": o.path, "endings": likely(endings)})
}

// save writes a document as its ending says: a page, or a PDF.
func (a *app) save(ctx context.Context, p *practice.Practice, o saving, doc present.Document) error {
	end, err := o.kind(endHTML, endPDF)
	if err != nil {
		return err
	}
	render := printed.HTML
	if end == endPDF {
		render = printed.PDF
	}
	var data bytes.Buffer
	if err := render(&data, doc); err != nil {
		return fmt.Errorf("writing %s: %w", doc.Title, err)
	}
	return a.saveBytes(ctx, p, o, data.Bytes())
}

// saveBytes writes a file. One that is there is replaced only if that was asked for.
func (a *app) saveBytes(ctx context.Context, p *practice.Practice, o saving, data []byte) error {
	if taken, err := home.Taken(o.path, p.Book().Path()); err != nil {
		return err
	} else if taken && !o.replace {
		return rapport.Refuse(errFileThere, rapport.Args{"path": o.path})
	}
	if err := home.WritePicked(o.path, p.Book().Path(), data); err != nil {
		return err
	}
	a.margin.prose(0, a.say(ctx).T("cli.export.done", present.Args{"Path": o.path}))
	return nil
}

// shareLimits writes the page for whoever steps in: how far to go, what is not
// negotiable, and what was promised, to one client or to all.
func (a *app) shareLimits(cmd *cobra.Command, args []string, o saving) error {
	if _, err := o.kind(endHTML, endPDF); err != nil {
		return misuse{cmd: cmd, err: err}
	}
	return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
		settings, err := p.Settings(ctx)
		if err != nil {
			return err
		}
		facts := present.LimitsFacts{From: settings.Name, On: a.today, Limits: settings.Limits, Own: ownOf(settings)}
		if facts.Open, err = p.Promises(ctx); err != nil {
			return err
		}
		if len(args) > 0 {
			c, err := a.find(ctx, p, args[0])
			if err != nil {
				return err
			}
			facts.Client, facts.Limits = &c, c.Limits.Or(settings.Limits)
			facts.Open = slices.DeleteFunc(facts.Open, func(m rapport.Promise) bool { return m.Client != c.ID })
		}
		return a.save(ctx, p, o, present.LimitsDocument(a.say(ctx), facts))
	})
}
