package cli

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// takingIn are the options of import.
type takingIn struct {
	dry, skipBad, keep bool
	same, create       []string // answers to names in doubt
}

func (a *app) importCommand() *cobra.Command {
	var o takingIn
	cmd := a.command(spec{
		name: "import", code: "import", takes: [2]int{1, -1}, examples: true, complete: completeCSV,
		run: func(cmd *cobra.Command, files []string) error { return a.takeIn(cmd, files, o) },
	})
	cmd.Flags().BoolVar(&o.dry, "dry-run", false, "dry_import")
	cmd.Flags().BoolVar(&o.skipBad, "skip-bad", false, "skip_bad")
	cmd.Flags().BoolVar(&o.keep, "keep-unknown", false, "keep_unknown")
	cmd.Flags().StringArrayVar(&o.same, "same", nil, "same")
	cmd.Flags().StringArrayVar(&o.create, "new", nil, "new")
	return cmd
}

// takeIn reads the files before the book is opened, so that a file that is none
// makes no book.
func (a *app) takeIn(cmd *cobra.Command, paths []string, o takingIn) error {
	for _, answer := range o.same {
		if name, client, ok := strings.Cut(answer, "="); !ok || name == "" || client == "" {
			return misuse{cmd: cmd, err: rapport.Refuse(errOptionWrong, rapport.Args{"option": "--same", "value": answer})}
		}
	}
	ctx := cmd.Context()
	files, err := a.readFiles(ctx, paths, o.keep)
	if err != nil {
		return err
	}
	bad := a.tellFaults(ctx, files)
	if bad > 0 && !o.skipBad {
		a.margin.prose(0, a.say(ctx).N("cli.import.bad", bad))
		return told(failed)
	}
	a.tellOddities(ctx, files, o.keep)
	planned := func(ctx context.Context, p *practice.Practice) error {
		plan, err := p.Plan(ctx, files...)
		if err != nil {
			return err
		}
		if err := a.answer(ctx, p, plan, o); err != nil {
			return err
		}
		for _, name := range plan.Names {
			a.remind(ctx, name.Known)
		}
		// Some cells make no sense only beside the client they are about.
		if late := plan.Faults(); late > bad {
			a.tellFaults(ctx, plan.Files)
			if !o.skipBad {
				a.margin.prose(0, a.say(ctx).N("cli.import.bad", late))
				return told(failed)
			}
		}
		return a.carryOut(ctx, p, plan, o)
	}
	if !o.dry {
		return a.begin(ctx, planned)
	}
	err = a.read(ctx, planned)
	if errors.Is(err, errNoBook) || errors.Is(err, book.ErrMissing) {
		a.wouldBegin(ctx, files, bad)
		return nil
	}
	return err
}

// wouldBegin tells what the files would begin a book with: every name is new then,
// and every row.
func (a *app) wouldBegin(ctx context.Context, files []intake.File, bad int) {
	g := gathering{byName: map[string]*assess.History{}}
	entries, invoices := 0, 0
	for _, file := range files {
		g.add(file)
		entries, invoices = entries+len(file.Entries), invoices+len(file.Invoices)
	}
	a.paper.prose(0, a.say(ctx).T("cli.import.would", a.counts(ctx, len(g.all), entries, invoices)))
	a.leftOut(ctx, 0, 0, bad)
}

// answer settles the names in doubt as the options say.
func (a *app) answer(ctx context.Context, p *practice.Practice, plan *practice.Plan, o takingIn) error {
	for _, answer := range o.same {
		name, client := parted(answer, plan)
		c, err := a.find(ctx, p, client)
		if err != nil {
			return err
		}
		if err := p.Same(ctx, plan, name, c.ID); err != nil {
			return err
		}
	}
	for _, name := range o.create {
		if err := p.Create(ctx, plan, name); err != nil {
			return err
		}
	}
	return nil
}

// parted takes NAME=CLIENT apart, at the first = unless a name of the files has one
// in it.
func parted(answer string, plan *practice.Plan) (name, client string) {
	name, client, _ = strings.Cut(answer, "=")
	for _, known := range plan.Names {
		if rest, ok := strings.CutPrefix(answer, known.Text+"="); ok && rest != "" && len(known.Text) > len(name) {
			name, client = known.Text, rest
		}
	}
	return name, client
}

// carryOut stores the plan, or tells what it would store.
func (a *app) carryOut(ctx context.Context, p *practice.Practice, plan *practice.Plan, o takingIn) error {
	s := a.say(ctx)
	for _, clash := range plan.Clashes {
		a.margin.prose(0, s.T("cli.import.clash", present.Args{
			"File": clash.File, "Line": clash.Line, "Number": clash.Number, "Client": clash.Client}))
	}
	if doubts := plan.Doubts(); len(doubts) > 0 {
		a.tellDoubts(ctx, doubts)
		return told(doubtful)
	}
	if o.dry {
		entries, invoices := plan.Count()
		a.paper.prose(0, s.T("cli.import.would", a.counts(ctx, newNames(plan), entries, invoices)))
		a.leftOut(ctx, plan.Already, len(plan.Clashes), plan.Faults())
		return nil
	}
	stored, err := p.Import(ctx, plan, o.skipBad)
	if err != nil {
		return err
	}
	if stored.Entries+stored.Invoices == 0 {
		a.paper.prose(0, s.T("cli.import.nothing"))
	} else {
		a.paper.prose(0, s.T("cli.import.done", a.counts(ctx, stored.Clients, stored.Entries, stored.Invoices)))
	}
	a.leftOut(ctx, stored.Already, stored.Clashes, stored.Bad)
	return nil
}

// newNames counts the clients a plan would create.
func newNames(plan *practice.Plan) int {
	n := 0
	for _, name := range plan.Names {
		if name.New {
			n++
		}
	}
	return n
}

// counts words three numbers for a sentence.
func (a *app) counts(ctx context.Context, clients, entries, invoices int) present.Args {
	s := a.say(ctx)
	return present.Args{
		"Clients":  s.N("cli.count.new_clients", clients),
		"Entries":  s.N("cli.count.entries", entries),
		"Invoices": s.N("cli.count.invoices", invoices),
	}
}

// leftOut says what was not stored and why; it is quiet where all was.
func (a *app) leftOut(ctx context.Context, already, clashes, bad int) {
	s := a.say(ctx)
	if already > 0 {
		a.paper.prose(0, s.N("cli.import.already", already))
	}
	if clashes > 0 {
		a.paper.prose(0, s.N("cli.import.clashes", clashes))
	}
	if bad > 0 {
		a.paper.prose(0, s.N("cli.import.skipped", bad))
	}
}

// tellDoubts lists the names nobody can decide but the user, and how to.
func (a *app) tellDoubts(ctx context.Context, doubts []practice.Name) {
	s := a.say(ctx)
	a.margin.prose(0, s.N("cli.import.doubts", len(doubts)))
	for _, d := range doubts {
		var names []string
		for _, c := range d.Match.Candidates {
			names = append(names, c.Name)
		}
		if len(names) == 0 { // alike, but not the same: an import does not decide that
			names = append(names, d.Match.Found.Name)
		}
		a.margin.item(2, "?", s.T("cli.import.doubt", present.Args{"Name": d.Text, "Candidates": likely(names)}))
		a.margin.prose(6, "--same "+quoted(d.Text+"="+names[0]))
		a.margin.prose(6, "--new "+quoted(d.Text))
	}
}

// typed is a name as it is typed in a line to be copied: in quotes where it needs any.
func typed(name string) string {
	if name != "" && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return name
	}
	return quoted(name)
}

// quoted puts a word in quotes for a line to be copied: double ones, which shells
// of all systems know, unless the word holds something a shell would act on. A
// file may come from anybody, and so may the names in it.
func quoted(text string) string {
	text = clean(text)
	if strings.ContainsAny(text, "\"$`\\!%") {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return `"` + text + `"`
}
