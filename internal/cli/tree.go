package cli

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// programName is what users type.
const programName = "rapport-cli"

// spec is a command before it is worded. Its texts stand in the catalogue under
// its code: cli.short, cli.long, cli.use (the words it takes) and cli.example.
type spec struct {
	name, code string
	takes      [2]int // how many words at least and at most, -1 for any number
	examples   bool
	complete   cobra.CompletionFunc // of its words
	run        func(cmd *cobra.Command, args []string) error
}

// codeKey is where a command keeps its code.
const codeKey = "code"

// command makes a cobra command of a spec. Its texts are the codes until
// somebody reads them, see word.
func (a *app) command(s spec, subs ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{
		Use:               s.name,
		Annotations:       map[string]string{codeKey: s.code},
		ValidArgsFunction: s.complete,
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              func(cmd *cobra.Command, args []string) error { return a.checkWords(cmd, s.takes, args) },
		RunE:              s.run,
		// Distance of "did you mean" for the names of commands.
		SuggestionsMinimumDistance: 2,
	}
	if s.examples {
		cmd.Annotations["examples"] = "yes"
	}
	if s.takes != [2]int{} {
		cmd.Annotations["words"] = "yes"
	}
	if cmd.ValidArgsFunction == nil {
		cmd.ValidArgsFunction = cobra.NoFileCompletions
	}
	a.codes = append(a.codes, s.code)
	cmd.Flags().SortFlags = false
	cmd.AddCommand(subs...)
	return cmd
}

// group makes a command that only holds others.
func (a *app) group(name, code string, subs ...*cobra.Command) *cobra.Command {
	cmd := a.command(spec{name: name, code: code, takes: [2]int{0, -1}}, subs...)
	delete(cmd.Annotations, "words")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return a.noCommand(cmd, args[0])
	}
	return cmd
}

// noCommand refuses an unknown command, with those that look like it.
func (a *app) noCommand(cmd *cobra.Command, word string) error {
	kind, args := errCommand, rapport.Args{"value": word}
	if like := cmd.SuggestionsFor(word); len(like) > 0 {
		kind, args["like"] = errCommandLike, likely(like)
	}
	return misuse{cmd: cmd, err: rapport.Refuse(kind, args)}
}

// checkWords counts the words behind a command.
func (a *app) checkWords(cmd *cobra.Command, takes [2]int, args []string) error {
	switch least, most := takes[0], takes[1]; {
	case len(args) < least:
		return misuse{cmd: cmd, err: errTooFew}
	case most >= 0 && len(args) > most:
		return misuse{cmd: cmd, err: rapport.Refuse(errTooMany, rapport.Args{"value": args[most]})}
	}
	return nil
}

// tree is every command. The order is that of the help: what is used daily first.
func (a *app) tree() *cobra.Command {
	root := a.group(programName, "root",
		a.reviewCommand(), a.todayCommand(), a.logCommand(), a.clientCommand(), a.headsUpCommand(), a.answerCommand(),
		a.decideCommand(), a.lookBackCommand(), a.guideCommand(), a.letterCommand(), a.promiseCommand(), a.sheetCommand(),
		a.owedCommand(), a.invoiceCommand(), a.interestCommand(), a.ratesCommand(),
		a.endCommand(), a.dossierCommand(), a.threatCommand(), a.flagCommand(), a.insightsCommand(), a.mapCommand(), a.limitsCommand(),
		a.importCommand(), a.exportCommand(), a.undoCommand(), a.redoCommand(),
		a.demoCommand(), a.doctorCommand(), a.completionCommand(), a.versionCommand(),
	)
	help := a.helpCommand()
	root.SetHelpCommand(help)
	root.AddCommand(help)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetOut(a.paper.w)
	root.SetErr(a.margin.w)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd.Context(), cmd) })
	root.SetFlagErrorFunc(a.flagFault)
	var version bool
	root.Flags().BoolVar(&version, "version", false, "version")
	showGroup := root.RunE
	root.RunE = func(cmd *cobra.Command, args []string) error {
		if version {
			return a.version(cmd.Context())
		}
		return showGroup(cmd, args)
	}
	a.globalFlags(root)
	return root
}

// globalFlags are the options every command takes.
func (a *app) globalFlags(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.SortFlags = false
	flags.Var(bookFlag{a}, "book", "book")
	flags.Var(languageFlag{a}, "lang", "lang")
	flags.Var(&dateFlag{app: a, day: &a.today}, "on", "on")
	flags.BoolP("help", "h", false, "help")
	a.offer(root, "lang", languageCodes)
}

// offer completes the value of an option.
func (a *app) offer(cmd *cobra.Command, flag string, values func() []string) {
	// The error means there is no such option: a mistake in this package, which
	// the test of the tree would show.
	_ = cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return values(), cobra.ShellCompDirectiveNoFileComp
	})
}

// word gives every command its short text, for completion.
func (a *app) word(ctx context.Context, cmd *cobra.Command) {
	if code := cmd.Annotations[codeKey]; code != "" {
		cmd.Short = a.say(ctx).T("cli.short." + code)
	}
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) { _, f.Usage = a.flagText(ctx, f) })
	for _, sub := range cmd.Commands() {
		a.word(ctx, sub)
	}
}

// dateFlag is an option that takes a day, as ISO or as the formats write it.
type dateFlag struct {
	app *app
	day *rapport.Date
}

// String is the day, as pflag asks for it.
func (f *dateFlag) String() string { return "" }

// Type names the value; the help words it.
func (f *dateFlag) Type() string { return "day" }

// Set reads the day.
func (f *dateFlag) Set(text string) error {
	day, err := f.app.parseDay(text)
	if err == nil {
		*f.day = day
	}
	return err
}

// parseDay reads a day somebody typed. ISO needs no formats, and so no book.
func (a *app) parseDay(text string) (rapport.Date, error) {
	if day, err := rapport.ParseDate(text); err == nil {
		return day, nil
	}
	return a.say(context.Background()).ParseDate(text)
}

// languageFlag is --lang. It was read already; what is left is to refuse nonsense.
type languageFlag struct{ app *app }

// String is the value, as pflag asks for it.
func (f languageFlag) String() string { return "" }

// Type names the value; the help words it.
func (f languageFlag) Type() string { return "language" }

// Set refuses a language that is not spoken.
func (f languageFlag) Set(text string) error {
	f.app.flags.lang = text
	if present.MatchLanguage(text, "de") == present.MatchLanguage(text, "nl") {
		return nil // it was the text that decided
	}
	return rapport.Refuse(errLanguage, rapport.Args{"value": text, "languages": likely(languageCodes())})
}

// bookFlag is --book. It was read already; what is left is to refuse an empty one,
// as a script gives whose variable is not set: the book it would fall back on is
// somebody's own.
type bookFlag struct{ app *app }

// String is the value, as pflag asks for it.
func (f bookFlag) String() string { return "" }

// Type names the value; the help words it.
func (f bookFlag) Type() string { return "path" }

// Set takes the path.
func (f bookFlag) Set(path string) error {
	f.app.flags.book = path
	if path == "" {
		return rapport.Refuse(errOptionValue, rapport.Args{"option": "--book"})
	}
	return nil
}
