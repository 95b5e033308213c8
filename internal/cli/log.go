package cli

import (
	"bufio"
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// logging are the options of log.
type logging struct {
	dry   bool
	given string // an amount in the client's currency
}

func (a *app) logCommand() *cobra.Command {
	var o logging
	cmd := a.command(spec{
		name: "log", code: "log", takes: [2]int{1, -1}, examples: true, complete: a.completeLine,
		run: func(cmd *cobra.Command, words []string) error {
			open := a.write
			if o.dry {
				open = a.read
			}
			return open(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.log(ctx, p, strings.Join(words, " "), o)
			})
		},
	})
	cmd.Flags().BoolVar(&o.dry, "dry-run", false, "dry_log")
	cmd.Flags().StringVar(&o.given, "given", "", "given")
	return cmd
}

// log reads the line, shows what was understood, and saves it unless only a look
// was asked for. What cannot be saved is shown as far as it was understood.
func (a *app) log(ctx context.Context, p *practice.Practice, text string, o logging) error {
	line, currency, err := a.readLine(ctx, p, text)
	if err != nil {
		return err
	}
	if err := line.Err(); err != nil {
		a.understood(ctx, line, currency)
		return err
	}
	if err := a.give(ctx, &line.Entry, o.given, currency); err != nil {
		return err
	}
	a.understood(ctx, line, currency)
	if err := line.Entry.Check(a.today); err != nil {
		return err
	}
	before, after, err := p.Preview(ctx, line.Entry)
	if err != nil {
		return err
	}
	if o.dry {
		a.paper.blank()
		a.paper.prose(0, a.say(ctx).T("cli.log.dry")+" "+a.turned(ctx, before, after))
		return nil
	}
	crossed := a.listen(p)
	if _, err := p.Log(ctx, line.Entry); err != nil {
		return err
	}
	a.paper.blank()
	a.paper.prose(0, a.say(ctx).T("cli.log.saved")+" "+a.turned(ctx, before, after))
	a.tellAlerts(ctx, *crossed)
	return a.remindOf(ctx, p, line.Client.Found.Name, nil)
}

// readLine understands the quick line, asking a person which client is meant where
// that is in doubt. The currency is the client's, as far as one was found.
func (a *app) readLine(ctx context.Context, p *practice.Practice, text string) (intake.Line, rapport.Currency, error) {
	clients, err := p.Clients(ctx, false)
	if err != nil {
		return intake.Line{}, "", err
	}
	words, err := a.words(ctx)
	if err != nil {
		return intake.Line{}, "", err
	}
	in := intake.LineContext{Words: words, Clients: intake.NewNames(namedOf(clients)), Today: a.today}
	line := intake.ParseLine(text, in)
	if picked, ok := a.ask(ctx, line.Client); ok {
		line = intake.ParseLine(withClient(text, line, picked), in)
	}
	for _, c := range clients {
		if c.ID == line.Entry.Client {
			return line, c.Terms.Currency, nil
		}
	}
	return line, "", nil
}

// give notes what a remedy of ours cost in money. Nothing else costs any: what a
// client does not pay stands in the invoice.
func (a *app) give(ctx context.Context, e *rapport.Entry, text string, in rapport.Currency) error {
	if text == "" {
		return nil
	}
	if e.Kind != rapport.Remedy {
		return rapport.Refuse(errGiven, rapport.Args{"kind": e.Kind})
	}
	given, err := a.parseMoney(ctx, text, in)
	e.Cost.Given = given.Minor
	return err
}

// understood shows the entry, part by part, as it was read from the line.
func (a *app) understood(ctx context.Context, line intake.Line, in rapport.Currency) {
	s, e := a.say(ctx), line.Entry
	t := newTable(column{}, column{fit: flows})
	put := func(field, value string) {
		if value != "" {
			t.put(cell{text: s.T("cli.label." + field), paint: a.paper.dim}, cell{text: value})
		}
	}
	if line.Client.Sure() {
		put("client", line.Client.Found.Name)
	}
	if e.Kind != "" {
		put("kind", s.What(e))
	}
	if _, said := line.Said(intake.RoleSeverity); said || e.Kind.Group() == rapport.Friction {
		put("severity", fmt.Sprintf("%d, %s", e.Severity, s.Severity(e.Severity)))
	}
	put("date", s.DateLong(e.On))
	if e.Channel != "" {
		put("channel", s.Channel(e.Channel))
	}
	if e.Cost.Minutes > 0 {
		put("minutes", s.Duration(e.Cost.Minutes))
	}
	if e.Cost.Given > 0 {
		put("given", s.Money(rapport.Money{Minor: e.Cost.Given, Currency: in}))
	}
	if n, said := e.Cost.Energy.Get(); said {
		put("energy", fmt.Sprintf("%d, %s", n, s.Energy(n)))
	}
	if n, said := e.Cost.Anger.Get(); said {
		put("anger", strconv.Itoa(n))
	}
	put("note", oneLine(e.Note))
	a.paper.table(0, t)
}

// turned says what an entry does to the verdict.
func (a *app) turned(ctx context.Context, before, after assess.Assessment) string {
	s := a.say(ctx)
	args := present.Args{
		"Before": s.Verdict(before.Verdict), "After": s.Verdict(after.Verdict),
		"From": int(before.Strain + 0.5), "To": int(after.Strain + 0.5),
	}
	switch {
	case before.Verdict != after.Verdict && args["From"] == args["To"]:
		return s.T("cli.log.turned_only", args)
	case before.Verdict != after.Verdict:
		return s.T("cli.log.turned", args)
	case args["From"] != args["To"]:
		return s.T("cli.log.same", args)
	default:
		return s.T("cli.log.unmoved", args)
	}
}

// tellAlerts says which personal limits were crossed just now, and what to do.
func (a *app) tellAlerts(ctx context.Context, crossed []assess.Alert) {
	for _, alert := range crossed {
		row := a.say(ctx).Alert(alert)
		a.passage(row.Title, row.Text)
	}
}

// ask lets a person choose among the clients a word could mean. Nobody is asked
// where nobody sits.
func (a *app) ask(ctx context.Context, m intake.Match) (intake.Named, bool) {
	if m.Sure() || len(m.Candidates) == 0 || !a.out.Asking {
		return intake.Named{}, false
	}
	s := a.say(ctx)
	a.margin.prose(0, s.T("cli.ask.which", present.Args{"Text": m.Text}))
	for i, c := range m.Candidates {
		a.margin.item(2, strconv.Itoa(i+1), c.Name)
	}
	a.margin.prose(0, s.T("cli.ask.number"))
	if a.margin.flush() != nil {
		return intake.Named{}, false
	}
	answer, err := bufio.NewReader(a.out.In).ReadString('\n')
	n, wrong := strconv.Atoi(strings.TrimSpace(answer))
	if err != nil || wrong != nil || n < 1 || n > len(m.Candidates) {
		return intake.Named{}, false
	}
	return m.Candidates[n-1], true
}

// withClient puts the chosen name, in quotes, where the line had the doubtful one.
func withClient(text string, line intake.Line, picked intake.Named) string {
	name := `"` + picked.Name + `" `
	if token, said := line.Said(intake.RoleClient); said {
		return text[:token.Start] + name + text[token.End:]
	}
	if before, after, found := strings.Cut(text, line.Client.Text); found && line.Client.Text != "" {
		return before + name + after
	}
	return name + text
}

// words are those of all languages; where one means two things, the language
// spoken decides.
func (a *app) words(ctx context.Context) (*intake.Words, error) {
	const prefix = "quick."
	tables := make(map[string]map[string]string)
	for language, texts := range present.Tables(prefix) {
		table := make(map[string]string, len(texts))
		for key, list := range texts {
			table[prefix+key] = list
		}
		tables[string(language)] = table
	}
	words, _, err := intake.NewWords(string(a.say(ctx).Language()), tables)
	if err != nil {
		return nil, fmt.Errorf("reading the words of the quick line: %w", err)
	}
	return words, nil
}

func namedOf(clients []rapport.Client) []intake.Named {
	named := make([]intake.Named, len(clients))
	for i, c := range clients {
		named[i] = intake.Named{ID: c.ID, Name: c.Name}
	}
	return named
}
