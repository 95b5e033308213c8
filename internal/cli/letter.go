package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// lettering are the options of letter.
type lettering struct {
	style, in, from string
	mailto          bool
	sent, release   bool
	saving
}

func (a *app) letterCommand() *cobra.Command {
	var o lettering
	cmd := a.command(spec{
		name: "letter", code: "letter", takes: [2]int{0, 2}, examples: true, complete: a.completeLetter,
		run: func(cmd *cobra.Command, args []string) error {
			switch len(args) {
			case 0:
				a.listLetters(cmd.Context())
				return nil
			case 1:
				return misuse{cmd: cmd, err: errTooFew}
			}
			if err := o.check(coded(args[0])); err != nil {
				return misuse{cmd: cmd, err: err}
			}
			open := a.read
			if o.sent {
				open = a.write
			}
			return open(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				file, err := a.file(ctx, p, args[1])
				if err != nil {
					return err
				}
				return a.letter(ctx, p, file, coded(args[0]), o)
			})
		},
	})
	cmd.Flags().StringVar(&o.style, "style", "", "style")
	cmd.Flags().StringVar(&o.in, "in", "", "in")
	cmd.Flags().StringVar(&o.from, "text", "", "text")
	cmd.Flags().StringVar(&o.path, "out", "", "out_letter")
	cmd.Flags().BoolVar(&o.replace, "replace", false, "replace")
	cmd.Flags().BoolVar(&o.mailto, "mailto", false, "mailto")
	cmd.Flags().BoolVar(&o.sent, "sent", false, "sent")
	cmd.Flags().BoolVar(&o.release, "release", false, "release")
	a.offer(cmd, "style", present.LetterStyles)
	a.offer(cmd, "in", languageCodes)
	return cmd
}

// check refuses options that cannot be.
func (o lettering) check(kind string) error {
	if !slices.Contains(present.LetterKinds(), kind) {
		return rapport.Refuse(errLetterKind, rapport.Args{"value": kind, "kinds": likely(present.LetterKinds())})
	}
	if o.style != "" && !slices.Contains(present.LetterStyles(), o.style) {
		return rapport.Refuse(errOptionWrong, rapport.Args{"option": "--style", "value": o.style})
	}
	if o.in != "" && !slices.Contains(languageCodes(), o.in) {
		return rapport.Refuse(errLanguage, rapport.Args{"value": o.in, "languages": likely(languageCodes())})
	}
	if o.path == "" {
		return nil
	}
	_, err := o.kind(endText, endPDF)
	return err
}

// listLetters lists the kinds of letter, and when to write each.
func (a *app) listLetters(ctx context.Context) {
	s := a.say(ctx)
	t := newTable(column{}, column{fit: flows}, column{fit: flows})
	for _, kind := range present.LetterKinds() {
		t.put(cell{text: kind, paint: a.paper.bold}, cell{text: s.LetterTitle(kind)}, cell{text: s.LetterUse(kind)})
	}
	a.paper.table(0, t)
}

// letter writes a letter where it was asked for, says what in it would make things
// worse, and records that it went out.
func (a *app) letter(ctx context.Context, p *practice.Practice, file practice.ClientFile, kind string, o lettering) error {
	l, err := a.draft(ctx, p, file, kind, o)
	if err != nil {
		return err
	}
	way, err := a.putOut(ctx, p, file.History.Client, l, o)
	if err != nil {
		return err
	}
	a.tellTone(ctx, l)
	if !o.sent {
		return nil
	}
	return a.send(ctx, p, file.History.Client, l, way, o.release)
}

// draft is the letter as it stands: read from the file somebody edited, the draft
// that is kept, or written anew from the book.
func (a *app) draft(ctx context.Context, p *practice.Practice, file practice.ClientFile, kind string, o lettering) (rapport.Letter, error) {
	c := file.History.Client
	l := rapport.Letter{Client: c.ID, Kind: kind, Written: a.today, Style: firstOf(o.style, rapport.Formal),
		Language: firstOf(o.in, string(present.LetterLanguage(c, a.say(ctx).Language())))}
	for _, kept := range file.Way.Letters {
		same := kept.Draft() && kept.Kind == kind && kept.Language == l.Language && (o.style == "" || kept.Style == o.style)
		if same {
			l = kept
		}
	}
	if o.from != "" {
		data, err := home.ReadPicked(o.from, p.Book().Path())
		if err != nil {
			return l, err
		}
		l.Subject, l.Body = letterText(string(data))
		return l, nil
	}
	if l.Body != "" {
		return l, nil
	}
	facts, err := a.letterFacts(ctx, p, file)
	if err != nil {
		return l, err
	}
	l.Subject, l.Body = present.WriteLetter(present.Language(l.Language), a.say(ctx).Formats(), kind, l.Style, facts)
	return l, nil
}

// letterText takes a text file apart: its first line is the subject, the body begins
// after it.
func letterText(text string) (subject, body string) {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	subject, body, _ = strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	return strings.TrimSpace(subject), strings.TrimSpace(body)
}

// letterFacts is what letters to a client are written from.
func (a *app) letterFacts(ctx context.Context, p *practice.Practice, file practice.ClientFile) (present.LetterFacts, error) {
	settings, err := p.Settings(ctx)
	if err != nil {
		return present.LetterFacts{}, err
	}
	claims, _, err := p.Claims(ctx, file.History.Client.ID, a.today)
	if err != nil {
		return present.LetterFacts{}, err
	}
	facts := present.LetterFacts{History: file.History, Way: file.Way, Claims: claims, Sender: settings.Name,
		Firm: settings.Firm, Today: a.today}
	if len(settings.Helpers) > 0 {
		facts.Helper = settings.Helpers[0].Name
	}
	return facts, nil
}

// putOut writes the letter to a file, as a link for the mail program, or to standard
// output, and returns which way that is.
func (a *app) putOut(ctx context.Context, p *practice.Practice, c rapport.Client, l rapport.Letter, o lettering) (way string, err error) {
	way = rapport.WayCopy
	if o.path != "" {
		if way, err = a.saveLetter(ctx, p, c, l, o.saving); err != nil {
			return "", err
		}
	}
	if o.mailto {
		link, whole := present.Mailto(c.Reach.Emails, l.Subject, l.Body)
		a.paper.line(link)
		if !whole {
			a.margin.prose(0, a.say(ctx).LetterTooLong())
		}
		return rapport.WayMail, nil
	}
	if o.path == "" {
		a.paper.line(a.paper.bold(clean(l.Subject)))
		a.paper.blank()
		for line := range strings.Lines(l.Body + "\n") {
			a.paper.line(clean(line)) // never wrapped: it is there to be copied
		}
	}
	return way, nil
}

// saveLetter writes the letter to a text file or a PDF.
func (a *app) saveLetter(ctx context.Context, p *practice.Practice, c rapport.Client, l rapport.Letter, o saving) (way string, err error) {
	end, err := o.kind(endText, endPDF)
	switch {
	case err != nil:
		return "", err
	case end == endText:
		return rapport.WayText, a.saveBytes(ctx, p, o, []byte(l.Subject+"\n\n"+l.Body+"\n"))
	}
	settings, err := p.Settings(ctx)
	if err != nil {
		return "", err
	}
	return rapport.WayPDF, a.save(ctx, p, o, present.LetterDocument(a.say(ctx), l, c, settings.Name))
}

// tellTone says on standard error what in a letter would make things worse and how
// to put it instead, or what it is free of.
func (a *app) tellTone(ctx context.Context, l rapport.Letter) {
	hints, free := a.say(ctx).LetterHints(l)
	if len(hints) > 0 {
		a.margin.blank()
	}
	told := map[string]bool{}
	for _, h := range hints {
		text := a.say(ctx).T("cli.letter.phrase", present.Args{"Phrase": h.Phrase})
		if !told[h.Code] {
			text += "  " + h.Title + ". " + h.Why
		}
		told[h.Code] = true
		if h.Action != "" {
			text += " " + h.Action
		}
		a.margin.item(0, "-", text)
	}
	a.margin.prose(0, free)
}

// send records that a letter went out. Its draft is kept first: it stays, should the
// sending be refused or undone.
func (a *app) send(ctx context.Context, p *practice.Practice, c rapport.Client, l rapport.Letter, way string, release bool) error {
	kept, err := p.KeepLetter(ctx, l)
	if err != nil {
		return err
	}
	if err := p.SendLetter(ctx, kept.ID, way, release); err != nil {
		return err
	}
	a.margin.prose(0, a.say(ctx).T("cli.letter.sent", present.Args{"Client": c.Name, "Letter": a.say(ctx).LetterTitle(l.Kind)}))
	return nil
}

// completeLetter completes a kind of letter, then a client.
func (a *app) completeLetter(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var words []string
	switch len(args) {
	case 0:
		for _, kind := range present.LetterKinds() {
			words = append(words, cobra.CompletionWithDesc(kind, a.say(cmd.Context()).LetterTitle(kind)))
		}
	case 1:
		words = a.clientNames(cmd, begun)
	}
	return words, cobra.ShellCompDirectiveNoFileComp
}
