package screen

import (
	"context"
	"io"
	"strings"

	"github.com/rapport-desktop/rapport/internal/paper"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// writers are the two forms a document is saved in, by the ending of its file.
var writers = map[string]func(io.Writer, present.Document) error{".pdf": paper.PDF, ".html": paper.HTML}

// saveDocument asks where a document is to be saved and writes it there as its
// ending says.
func saveDocument(h Host, title, name, ending string, document func(context.Context) (present.Document, error)) {
	SaveAs(h, title, name+ending, func(ctx context.Context, w io.Writer) error {
		d, err := document(ctx)
		if err != nil {
			return err
		}
		return writers[ending](w, d)
	}, nil)
}

// paperButtons are the two ways to save a document: PDF for others, HTML for
// whoever reads it on a screen.
func paperButtons(h Host, title, name string, document func(context.Context) (present.Document, error)) []*widgets.Button {
	t := h.Speaker().T
	return []*widgets.Button{
		widgets.NewButton(t("way_page.save_pdf"), func() { saveDocument(h, title, name, ".pdf", document) }),
		widgets.NewButton(t("way_page.save_html"), func() { saveDocument(h, title, name, ".html", document) }),
	}
}

// ShowDossier opens the panel that saves the dossier of a client: the facts in
// their order, chained so that a change shows.
func ShowDossier(h Host, client rapport.Client) {
	t := h.Speaker().T
	p := panel{title: t("way_page.dossier"), width: panelNarrow}
	p.content = append(p.content, &widgets.Text{Text: t("way_page.dossier_line"), Color: widgets.ColorSoft})
	p.buttons = append([]*widgets.Button{widgets.NewButton(t("panels.close"), nil)}, dossierButtons(h, client)...)
	p.open(h)
}

// dossierButtons save the dossier of a client.
func dossierButtons(h Host, client rapport.Client) []*widgets.Button {
	t := h.Speaker().T
	return paperButtons(h, t("way_page.dossier"), fileName(t("way_page.dossier"), client.Name), func(ctx context.Context) (present.Document, error) {
		return dossierOf(ctx, h, client.ID)
	})
}

// dossierOf reads the facts about a client and words them.
func dossierOf(ctx context.Context, h Host, client rapport.ID) (present.Document, error) {
	facts, err := h.Practice().Dossier(ctx, client)
	return present.DossierDocument(h.Speaker(), facts), err
}

// fileName is a suggested name of a file: what it is and whom it is about, without
// what no file may be called.
func fileName(what, client string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
			return '_'
		}
		return r
	}, strings.TrimSpace(what+" "+client))
}

// limitsDocument is the page for whoever steps in: the user's limits, what is not
// negotiable, and who else helps.
func limitsDocument(h Host, settings practice.Settings) present.Document {
	return present.LimitsDocument(h.Speaker(), present.LimitsFacts{From: settings.Name, On: h.Practice().Today(),
		Limits: settings.Limits, Own: ownOf(h, settings)})
}
