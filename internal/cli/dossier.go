package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) dossierCommand() *cobra.Command {
	var o saving
	var verify, asJSON bool
	cmd := a.command(spec{
		name: "dossier", code: "dossier", takes: [2]int{1, 1}, examples: true, complete: a.completeClient,
		run: func(cmd *cobra.Command, args []string) error {
			if o.path != "" {
				if _, err := o.kind(endHTML, endPDF); err != nil {
					return misuse{cmd: cmd, err: err}
				}
			}
			return a.read(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				c, err := a.find(ctx, p, args[0])
				if err != nil {
					return err
				}
				d, err := p.Dossier(ctx, c.ID)
				if err != nil {
					return err
				}
				return a.dossier(ctx, p, d, o, verify, asJSON)
			})
		},
	})
	cmd.Flags().StringVar(&o.path, "out", "", "out_document")
	cmd.Flags().BoolVar(&o.replace, "replace", false, "replace")
	cmd.Flags().BoolVar(&verify, "verify", false, "verify")
	cmd.Flags().BoolVar(&asJSON, "json", false, "json")
	return cmd
}

// dossier writes the facts to a file, or as lines with their fingerprints. Whoever
// verifies is told whether the chain holds, fact by fact.
func (a *app) dossier(ctx context.Context, p *practice.Practice, d rapport.Dossier, o saving, verify, asJSON bool) error {
	if broken := d.Broken(); broken >= 0 {
		return rapport.Refuse(errChainBroken, rapport.Args{"date": d.Facts[broken].On, "fact": broken + 1})
	}
	s := a.say(ctx)
	switch {
	case o.path != "":
		if err := a.save(ctx, p, o, present.DossierDocument(s, d)); err != nil {
			return err
		}
	case asJSON:
		return a.printJSON(dossierJSON(d))
	case !verify:
		a.printDossier(s, d)
	}
	if verify {
		a.paper.prose(0, s.N("cli.dossier.holds", len(d.Facts)))
	}
	return nil
}

// printDossier writes one fact a line, as it is hashed, behind the beginning of its
// fingerprint.
func (a *app) printDossier(s *present.Speaker, d rapport.Dossier) {
	t := newTable(column{}, column{}, column{fit: flows}, column{})
	for _, f := range d.Facts {
		what := string(f.Code)
		if f.Kind != "" {
			what = string(f.Kind)
		}
		text := f.What
		if f.Number != "" {
			text = f.Number + "  " + text
		}
		if f.Amount.Currency != "" {
			text += "  " + s.Money(f.Amount)
		}
		t.put(cell{text: f.On.String()}, cell{text: what, paint: a.paper.bold}, cell{text: text}, cell{text: f.Hash[:12], paint: a.paper.dim})
	}
	a.paper.table(0, t)
}

// factJSON is a fact for other programs: the fields that are hashed, in their order,
// the line they make and the fingerprint.
type factJSON struct {
	On     rapport.Date     `json:"on"`
	Code   rapport.FactCode `json:"code"`
	Kind   rapport.Kind     `json:"kind,omitempty"`
	ID     string           `json:"id"`
	Number string           `json:"number,omitempty"`
	Amount *amountJSON      `json:"amount,omitempty"`
	Due    rapport.Date     `json:"due,omitzero"`
	What   string           `json:"what,omitempty"`
	Line   string           `json:"line"`
	Hash   string           `json:"hash"`
}

func dossierJSON(d rapport.Dossier) any {
	list := struct {
		On     rapport.Date `json:"on"`
		Client string       `json:"client"`
		Facts  []factJSON   `json:"facts"`
	}{d.On, d.Client.Name, make([]factJSON, 0, len(d.Facts))}
	for _, f := range d.Facts {
		j := factJSON{On: f.On, Code: f.Code, Kind: f.Kind, ID: f.ID.String(), Number: f.Number, Due: f.Due, What: f.What,
			Line: f.Line(), Hash: f.Hash}
		if f.Amount.Currency != "" {
			j.Amount = &amountJSON{f.Amount.Decimal(), f.Amount.Currency}
		}
		list.Facts = append(list.Facts, j)
	}
	return list
}
