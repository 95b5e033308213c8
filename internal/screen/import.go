package screen

import (
	"context"
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/home"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// Import shows a file before anything of it is stored: what would come in, which
// names are in doubt, which rows cannot be read and why.
type Import struct {
	host    Host
	file    string
	plan    *practice.Plan
	skipBad bool
	view    *widgets.Page
}

// NewImport returns the screen, empty until it is shown.
func NewImport(h Host) *Import {
	return &Import{host: h, view: widgets.NewPage(widgets.NewColumn(0))}
}

// Content is part of [Screen].
func (i *Import) Content() fyne.CanvasObject { return i.view }

// Wants is part of [Screen]: what is planned holds until it is done or left.
func (i *Import) Wants(practice.Change) bool { return false }

// Show is part of [Screen].
func (i *Import) Show(to Place) {
	i.file, i.plan, i.skipBad = to.File, nil, false
	load(i.host, func(ctx context.Context) (*practice.Plan, error) {
		p := i.host.Practice()
		data, err := home.ReadPicked(to.File, p.Book().Path())
		if err != nil {
			return nil, err
		}
		file, err := intake.Read(filepath.Base(to.File), data, intake.ReadOptions{Today: p.Today()})
		if err != nil {
			return nil, err
		}
		return p.Plan(ctx, file)
	}, func(plan *practice.Plan) {
		i.plan = plan
		i.fill()
	})
}

func (i *Import) fill() {
	t := i.host.Speaker().T
	page := widgets.NewColumn(24, widgets.NewColumn(0,
		widgets.NewFlow(8, widgets.BackLink(t("client.back"), i.host.Back)),
		widgets.NewHead(i.answer(), t("import.line", present.Args{"File": filepath.Base(i.file)}), i.actions()...)), i.counts())
	if len(i.plan.Doubts()) > 0 {
		page.Add(i.doubts())
	}
	if i.plan.Faults() > 0 {
		page.Add(i.faults())
	}
	if len(i.plan.Clashes) > 0 {
		page.Add(i.clashes())
	}
	i.view.SetContent(page)
}

// answer is what matters most about the file.
func (i *Import) answer() string {
	s := i.host.Speaker()
	entries, invoices := i.plan.Count()
	switch doubts, faults := len(i.plan.Doubts()), i.plan.Faults(); {
	case doubts > 0:
		return s.N("import.answer.doubts", doubts)
	case faults > 0 && !i.skipBad:
		return s.N("import.answer.faults", faults)
	case entries+invoices == 0:
		return s.T("import.answer.nothing")
	default:
		return s.N("import.answer.ready", entries+invoices)
	}
}

func (i *Import) actions() []fyne.CanvasObject {
	s := i.host.Speaker()
	entries, invoices := i.plan.Count()
	take := widgets.NewButton(s.N("import.take", entries+invoices), i.take)
	take.Role = widgets.Primary
	take.Locked = len(i.plan.Doubts()) > 0 || i.plan.Faults() > 0 && !i.skipBad || entries+invoices == 0
	return []fyne.CanvasObject{take, widgets.NewButton(s.T("forms.cancel"), i.host.Back)}
}

// counts is the strip with the numbers.
func (i *Import) counts() fyne.CanvasObject {
	s := i.host.Speaker()
	entries, invoices := i.plan.Count()
	fresh := 0
	for _, n := range i.plan.Names {
		if n.New {
			fresh++
		}
	}
	grid := widgets.NewGrid(16, 110)
	for _, c := range []struct {
		n   int
		key string
	}{
		{entries, "import.count.entries"}, {invoices, "import.count.invoices"}, {fresh, "import.count.new"},
		{i.plan.Already, "import.count.already"}, {i.plan.Faults(), "import.count.bad"},
	} {
		grid.Add(widgets.NewColumn(0, &widgets.Text{Text: s.Number(float64(c.n), 0), As: widgets.Name, Bold: true},
			widgets.NewText(s.T(c.key), widgets.ColorSoft)))
	}
	return widgets.NewStrip(grid)
}

// doubts asks about every name that is nearly a client's.
func (i *Import) doubts() fyne.CanvasObject {
	s := i.host.Speaker()
	list := widgets.NewColumn(12)
	for _, n := range i.plan.Doubts() {
		buttons := widgets.NewFlow(8)
		for _, c := range n.Match.Candidates {
			buttons.Add(widgets.NewButton(s.T("import.same", present.Args{"Client": c.Name}), func() {
				i.settle(func(ctx context.Context) error { return i.host.Practice().Same(ctx, i.plan, n.Text, c.ID) })
			}))
		}
		if n.Match.Sure() {
			found := n.Match.Found
			buttons.Add(widgets.NewButton(s.T("import.same", present.Args{"Client": found.Name}), func() {
				i.settle(func(ctx context.Context) error { return i.host.Practice().Same(ctx, i.plan, n.Text, found.ID) })
			}))
		}
		buttons.Add(widgets.NewButton(s.T("import.create"), func() {
			i.settle(func(ctx context.Context) error { return i.host.Practice().Create(ctx, i.plan, n.Text) })
		}))
		list.Add(widgets.Hint(n.Text, s.T("import.doubt"), buttons))
	}
	return widgets.NewColumn(8, widgets.SectionHead(s.T("import.doubts"), ""), list)
}

func (i *Import) settle(answer func(context.Context) error) {
	i.host.Work(answer, func(err error) {
		if err != nil {
			i.host.Fail(err)
			return
		}
		i.fill()
	})
}

// faultsShown is how many bad rows are listed one by one.
const faultsShown = 50

// faults lists what cannot be read, with line and column, and lets those rows be
// left out.
func (i *Import) faults() fyne.CanvasObject {
	s := i.host.Speaker()
	state := widgets.Open
	if i.skipBad {
		state = widgets.Done
	}
	skip := &widgets.TickBox{Text: s.N("import.skip", i.plan.Faults()), Detail: s.T("import.skip_line"), State: state}
	skip.OnTapped = func() {
		i.skipBad = !i.skipBad
		i.fill()
	}
	list := widgets.NewColumn(12, skip)
	shown := 0
	for _, f := range i.plan.Files {
		for _, fault := range f.Faults {
			if shown++; shown > faultsShown {
				continue
			}
			where := s.T("import.where", present.Args{"Line": strconv.Itoa(fault.Line), "Column": fault.Column})
			if fault.Column == "" {
				where = s.T("import.where_line", present.Args{"Line": strconv.Itoa(fault.Line)})
			}
			list.Add(widgets.NewColumn(0, &widgets.Text{Text: where, Bold: true}, widgets.NewText(s.Error(fault.Problem), widgets.ColorSoft)))
		}
	}
	if shown > faultsShown {
		list.Add(widgets.NewText(s.N("import.more", shown-faultsShown), widgets.ColorMuted))
	}
	return widgets.NewColumn(8, widgets.SectionHead(s.T("import.faults"), ""), widgets.NewCard(list))
}

// clashes lists invoices the book knows otherwise; they stay as they are.
func (i *Import) clashes() fyne.CanvasObject {
	s := i.host.Speaker()
	list := widgets.NewColumn(8)
	for _, c := range i.plan.Clashes {
		list.Add(widgets.NewText(s.T("import.clash", present.Args{"Line": strconv.Itoa(c.Line), "Number": c.Number, "Client": c.Client}), widgets.ColorSoft))
	}
	return widgets.NewColumn(8, widgets.SectionHead(s.T("import.clashes"), ""), widgets.NewCard(list))
}

// take stores the plan and goes to see what it changed.
func (i *Import) take() {
	var done practice.Imported
	i.host.Work(func(ctx context.Context) (err error) {
		done, err = i.host.Practice().Import(ctx, i.plan, i.skipBad)
		return err
	}, func(err error) {
		if err != nil {
			i.host.Fail(err)
			return
		}
		s := i.host.Speaker()
		i.host.Go(Place{Name: AtReview})
		i.host.Toast(s.N("import.done", done.Entries+done.Invoices), true)
	})
}
