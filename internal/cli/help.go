package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/rapport-desktop/rapport/internal/present"
)

// helpCommand is "help [COMMAND]", in our own words.
func (a *app) helpCommand() *cobra.Command {
	return a.command(spec{
		name: "help", code: "help", takes: [2]int{0, -1},
		complete: func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			about, _, err := cmd.Root().Find(args)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []string
			for _, sub := range about.Commands() {
				names = append(names, sub.Name())
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		run: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return a.noCommand(cmd.Root(), strings.Join(args, " "))
			}
			a.help(cmd.Context(), about)
			return nil
		},
	})
}

// help writes the page of a command.
func (a *app) help(ctx context.Context, cmd *cobra.Command) {
	s, code := a.say(ctx), cmd.Annotations[codeKey]
	a.paper.prose(0, s.T("cli.short."+code)+".")
	a.paper.blank()
	a.paper.prose(0, s.T("cli.long."+code))
	a.paper.heading(s.T("cli.heading.usage"))
	a.paper.prose(2, a.usageLine(cmd))
	if cmd.Annotations["examples"] != "" {
		a.paper.heading(s.T("cli.heading.examples"))
		for line := range strings.SplitSeq(s.T("cli.example."+code), "\n") {
			a.paper.line("  " + programName + " " + line)
		}
	}
	a.commandsOf(s, cmd)
	a.flagsOf(ctx, s.T("cli.heading.options"), cmd.LocalNonPersistentFlags())
	a.flagsOf(ctx, s.T("cli.heading.global"), cmd.Root().PersistentFlags())
	if cmd.HasSubCommands() {
		a.paper.blank()
		a.paper.prose(0, s.T("cli.help_more", present.Args{"Command": cmd.CommandPath()}))
	}
}

// usageLine is how a command is typed.
func (a *app) usageLine(cmd *cobra.Command) string {
	s, line := a.say(cmd.Context()), cmd.CommandPath()
	switch {
	case cmd.HasSubCommands():
		line += " " + s.T("cli.use.group")
	case cmd.Annotations["words"] != "":
		line += " " + s.T("cli.use."+cmd.Annotations[codeKey])
	}
	cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
		value, _ := a.flagText(cmd.Context(), f)
		line += " [" + strings.TrimSpace("--"+f.Name+" "+value) + "]"
	})
	return line
}

// commandsOf lists what a command holds.
func (a *app) commandsOf(s *present.Speaker, cmd *cobra.Command) {
	subs := slices.DeleteFunc(slices.Clone(cmd.Commands()), func(c *cobra.Command) bool { return c.Hidden })
	if len(subs) == 0 {
		return
	}
	slices.SortFunc(subs, func(x, y *cobra.Command) int { // cobra goes by the alphabet, people do not
		return slices.Index(a.codes, x.Annotations[codeKey]) - slices.Index(a.codes, y.Annotations[codeKey])
	})
	a.paper.heading(s.T("cli.heading.commands"))
	t := newTable(column{}, column{fit: flows})
	for _, sub := range subs {
		t.add(sub.Name(), s.T("cli.short."+sub.Annotations[codeKey]))
	}
	a.paper.table(2, t)
}

// flagsOf lists options.
func (a *app) flagsOf(ctx context.Context, title string, flags *pflag.FlagSet) {
	t := newTable(column{}, column{fit: flows})
	flags.VisitAll(func(f *pflag.Flag) {
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		value, text := a.flagText(ctx, f)
		t.add(strings.TrimSpace(name+" "+value), text)
	})
	if len(t.rows) == 0 {
		return
	}
	a.paper.heading(title)
	a.paper.table(2, t)
}

// flagText is the name of an option's value, "" if it takes none, and what it is
// for. In the catalogue the value's name stands in front, in backquotes.
func (a *app) flagText(ctx context.Context, f *pflag.Flag) (value, text string) {
	text = a.say(ctx).T("cli.flag." + f.Usage)
	rest, named := strings.CutPrefix(text, "`")
	value, about, closed := strings.Cut(rest, "` ")
	if !named || !closed {
		return "", text
	}
	return value, about
}
