package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// completing reports whether a shell asks for completions.
func completing(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}

// shells are those a completion script can be written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func (a *app) completionCommand() *cobra.Command {
	return a.command(spec{
		name: "completion", code: "completion", takes: [2]int{1, 1}, examples: true,
		complete: cobra.FixedCompletions(shells, cobra.ShellCompDirectiveNoFileComp),
		run: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(a.paper.w, true)
			case "zsh":
				return root.GenZshCompletion(a.paper.w)
			case "fish":
				return root.GenFishCompletion(a.paper.w, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(a.paper.w)
			}
			return misuse{cmd: cmd, err: rapport.Refuse(errShell, rapport.Args{"value": args[0], "shells": likely(shells)})}
		},
	})
}

// completeCSV completes files.
func completeCSV(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return []string{"csv"}, cobra.ShellCompDirectiveFilterFileExt
}

// completeClient completes the first word with a client's name.
func (a *app) completeClient(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.clientNames(cmd, begun), cobra.ShellCompDirectiveNoFileComp
}

// completeLine completes a quick line: a client first, then a kind.
func (a *app) completeLine(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.clientNames(cmd, begun), cobra.ShellCompDirectiveNoFileComp
	}
	var kinds []string
	for _, k := range rapport.Kinds() {
		if strings.HasPrefix(string(k), begun) {
			kinds = append(kinds, cobra.CompletionWithDesc(string(k), a.say(cmd.Context()).Kind(k)))
		}
	}
	return kinds, cobra.ShellCompDirectiveNoFileComp
}

// completeOpenInvoice completes a client, then the number of one of their open invoices.
func (a *app) completeOpenInvoice(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.invoiceNumbers(cmd, args, begun, true), cobra.ShellCompDirectiveNoFileComp
}

// completeInvoice completes a client, then the number of any of their invoices.
func (a *app) completeInvoice(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.invoiceNumbers(cmd, args, begun, false), cobra.ShellCompDirectiveNoFileComp
}

func (a *app) invoiceNumbers(cmd *cobra.Command, args []string, begun string, open bool) []cobra.Completion {
	if len(args) == 0 {
		return a.clientNames(cmd, begun)
	}
	var numbers []string
	if len(args) == 1 {
		a.quietly(cmd, func(ctx context.Context, p *practice.Practice) error {
			all, err := a.invoices(ctx, p, listing{client: args[0], open: open})
			for _, b := range all {
				amount := b.invoice.Amount
				if open {
					amount = b.invoice.OpenOn(a.today)
				}
				if typable(b.invoice.Number) {
					numbers = append(numbers, cobra.CompletionWithDesc(b.invoice.Number, a.say(ctx).Money(amount)))
				}
			}
			return err
		})
	}
	return numbers
}

// completeOwed completes the short id of something still owed.
func (a *app) completeOwed(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var ids []string
	if len(args) == 0 {
		a.quietly(cmd, func(ctx context.Context, p *practice.Practice) error {
			all, err := p.Obligations(ctx)
			for _, o := range all {
				ids = append(ids, cobra.CompletionWithDesc(shortID(o.ID, shortLength(all)), oneLine(o.What)))
			}
			return err
		})
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// clientNames are the names that begin as typed, however they are written.
func (a *app) clientNames(cmd *cobra.Command, begun string) []string {
	var names []string
	a.quietly(cmd, func(ctx context.Context, p *practice.Practice) error {
		clients, err := p.Clients(ctx, false)
		for _, c := range clients {
			if strings.HasPrefix(intake.Fold(c.Name), intake.Fold(begun)) && typable(c.Name) {
				names = append(names, c.Name)
			}
		}
		return err
	})
	slices.Sort(names)
	return names
}

// typable reports whether a text can be offered: a shell prints offers as they are,
// and takes what stands behind a tab for a description.
func typable(text string) bool { return !strings.ContainsFunc(text, obeyed) }

// quietly reads the book without a word: a completion that cannot be had is
// none, and a sentence in the middle of somebody's line helps nobody.
func (a *app) quietly(cmd *cobra.Command, do deed) {
	ctx, heard := cmd.Context(), *a
	heard.out.Asking = false
	b, err := heard.look(ctx)
	if err != nil {
		return
	}
	_ = heard.on(ctx, b, do)
}
