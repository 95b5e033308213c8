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

// Show is part of [Screen]. Without a file it asks for one; a file that cannot be
// read leaves only the way back.
func (i *Import) Show(to Place) {
	i.file, i.plan, i.skipBad = to.File, nil, false
	if to.File == "" {
		i.ask()
		return
	}
	i.fill()
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
		if i.file == to.File { // and no other was picked meanwhile
			i.plan = plan
			i.fill()
		}
	})
}

// ask shows what can be read in, and the button that picks it.
func (i *Import) ask() {
	t := i.host.Speaker().T
	pick := widgets.NewButton(t("import.pick"), func() { PickImport(i.host) })
	pick.Role = widgets.Primary
	i.view.SetContent(widgets.NewColumn(24,
		widgets.NewHead(t("import.ask"), t("import.ask.line")),
		widgets.EmptyPlace("import", t("import.ask.body"), pick)))
}

// PickImport asks which file to read in and goes to look at it.
func PickImport(h Host) {
	PickFile(h, Picking{Title: h.Speaker().T("shell.menu.import"), Endings: []string{".csv"}},
		func(path string) { h.Go(Place{Name: AtImport, File: path}) })
}

// fill shows the plan; while there is none, whose file is being looked at.
func (i *Import) fill() {
	t, file := i.host.Speaker().T, filepath.Base(i.file)
	back := widgets.NewFlow(8, widgets.BackLink(t("client.back"), i.host.Back))
	if i.plan == nil {
		i.view.SetContent(widgets.NewColumn(0, back, widgets.NewHead(file, "")))
		return
	}
	page := widgets.NewColumn(24, widgets.NewColumn(0, back,
		widgets.NewHead(i.answer(), t("import.line", present.Args{"File": file}), i.actions()...)), i.counts())
	if len(i.plan.Doubts()) > 0 {
		page.Add(i.doubts())
	}
	if known := i.known(); known != nil {
		page.Add(known)
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
	take := widgets.NewButton(s.N("import.take", entries+invoices), nil)
	take.Role = widgets.Primary
	take.OnTapped = func() { i.take(take) }
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
	s, plan := i.host.Speaker(), i.plan
	list := widgets.NewColumn(12)
	for _, n := range plan.Doubts() {
		buttons := widgets.NewFlow(8)
		candidates := n.Match.Candidates
		if n.Match.Sure() {
			candidates = []intake.Named{n.Match.Found}
		}
		for _, c := range candidates {
			buttons.Add(widgets.NewButton(s.T("import.same", present.Args{"Client": c.Name}), func() {
				i.settle(func(ctx context.Context) error { return i.host.Practice().Same(ctx, plan, n.Text, c.ID) })
			}))
		}
		buttons.Add(widgets.NewButton(s.T("import.create"), func() {
			i.settle(func(ctx context.Context) error { return i.host.Practice().Create(ctx, plan, n.Text) })
		}))
		list.Add(widgets.Hint(n.Text, s.T("import.doubt"), buttons))
	}
	return widgets.NewColumn(8, widgets.SectionHead(s.T("import.doubts"), ""), list)
}

// known reminds of those in the file there is a reminder about, or with whom it
// ended; nil where there are none.
func (i *Import) known() fyne.CanvasObject {
	column := widgets.NewColumn(8)
	for _, n := range i.plan.Names {
		for _, card := range returningCards(i.host, n.Text, n.Known) {
			column.Add(card)
		}
	}
	if len(column.Objects) == 0 {
		return nil
	}
	return column
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

// listedAtMost is how many bad rows, or invoices known otherwise, are listed one
// by one.
const listedAtMost = 50

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
	found := 0
	for _, f := range i.plan.Files {
		for _, fault := range f.Faults {
			if found++; found > listedAtMost {
				continue
			}
			where := s.T("import.where", present.Args{"Line": strconv.Itoa(fault.Line), "Column": fault.Column})
			if fault.Column == "" {
				where = s.T("import.where_line", present.Args{"Line": strconv.Itoa(fault.Line)})
			}
			list.Add(widgets.NewColumn(0, &widgets.Text{Text: where, Bold: true}, widgets.NewText(s.Error(fault.Problem), widgets.ColorSoft)))
		}
	}
	i.addRest(list, found)
	return widgets.NewColumn(8, widgets.SectionHead(s.T("import.faults"), ""), widgets.NewCard(list))
}

// addRest says how many more there are than were listed, if any.
func (i *Import) addRest(list *fyne.Container, found int) {
	if rest := found - listedAtMost; rest > 0 {
		list.Add(widgets.NewText(i.host.Speaker().N("import.more", rest), widgets.ColorMuted))
	}
}

// clashes lists invoices the book knows otherwise; they stay as they are.
func (i *Import) clashes() fyne.CanvasObject {
	s := i.host.Speaker()
	list := widgets.NewColumn(8)
	for _, c := range i.plan.Clashes[:min(len(i.plan.Clashes), listedAtMost)] {
		list.Add(widgets.NewText(s.T("import.clash", present.Args{"Line": strconv.Itoa(c.Line), "Number": c.Number, "Client": c.Client}), widgets.ColorSoft))
	}
	i.addRest(list, len(i.plan.Clashes))
	return widgets.NewColumn(8, widgets.SectionHead(s.T("import.clashes"), ""), widgets.NewCard(list))
}

// take stores the plan and goes to see what it changed. The button rests
// meanwhile.
func (i *Import) take(button *widgets.Button) {
	plan, skipBad := i.plan, i.skipBad
	var done practice.Imported
	button.Disable()
	i.host.Work(func(ctx context.Context) (err error) {
		done, err = i.host.Practice().Import(ctx, plan, skipBad)
		return err
	}, func(err error) {
		if err != nil {
			button.Enable()
			i.host.Fail(err)
			return
		}
		s := i.host.Speaker()
		i.host.Go(Place{Name: AtReview})
		i.host.Toast(s.N("import.done", done.Entries+done.Invoices), true)
	})
}
