package screen

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
	"github.com/rapport-desktop/rapport/internal/widgets"
)

// clientForm is the form for a client.
type clientForm struct {
	*form
	client rapport.Client
	fresh  bool

	name, organisation, tags *widgets.Field
	reach                    reachFields
	terms                    termsFields
	about                    aboutFields
	limits                   limitFields
	state                    *widgets.Choice
	since                    *widgets.DateField
}

// reachFields are the fields about how to get hold of a client.
type reachFields struct {
	emails, phone *widgets.Field
	language      *widgets.Choice
}

// termsFields are the fields about money and notice, and the law that holds.
type termsFields struct {
	currency, rate, payment, notice *widgets.Field
	country                         *widgets.Choice
	consumer                        *widgets.TickBox
}

// ShowClientForm opens the form for a client, nil for a new one. Only the name
// has to be filled in.
func ShowClientForm(h Host, client *rapport.Client) {
	load(h, func(ctx context.Context) (practice.Settings, error) { return h.Practice().Settings(ctx) },
		func(settings practice.Settings) {
			c := newClient(h, settings, "")
			if client != nil {
				c = *client
			}
			newClientForm(h, c, client == nil).open()
		})
}

// newClient is a client nobody has said anything about but the name.
func newClient(h Host, settings practice.Settings, name string) rapport.Client {
	terms := rapport.Terms{Currency: rapport.Currency(settings.Currency), PaymentDays: practice.DefaultPaymentDays}
	if terms.Currency == "" {
		terms.Currency = h.Speaker().Currency()
	}
	return rapport.Client{Name: name, State: rapport.Active, Terms: terms}
}

func newClientForm(h Host, c rapport.Client, fresh bool) *clientForm {
	t := h.Speaker().T
	title := t("forms.client.edit")
	if fresh {
		title = t("forms.client.new")
	}
	f := &clientForm{form: newForm(h, title), client: c, fresh: fresh}
	f.name = fieldWith(t("field.name"), t("forms.client.name_example"), c.Name)
	f.organisation = fieldWith(t("field.organisation"), "", c.Organisation)
	f.reach.emails = fieldWith(t("field.email"), t("forms.client.email_example"), strings.Join(c.Reach.Emails, ", "))
	f.reach.phone = fieldWith(t("field.phone"), "", c.Reach.Phone)
	f.tags = fieldWith(t("forms.client.tags"), t("forms.client.tags_example"), strings.Join(c.Tags, ", "))
	f.terms.currency = fieldWith(t("forms.client.currency"), "EUR", string(c.Terms.Currency))
	f.terms.rate = fieldWith(t("forms.client.rate"), "", f.rateText())
	f.terms.payment = fieldWith(t("forms.client.payment_days"), "", strconv.Itoa(c.Terms.PaymentDays))
	f.terms.notice = fieldWith(t("forms.client.notice_days"), "", strconv.Itoa(c.Terms.NoticeDays))
	f.terms.country = countryChoice(h, c.Terms.Country)
	f.terms.consumer = tickBox(t("way_page.consumer"), t("way_page.consumer_line"), c.Terms.Consumer)
	f.about = newAboutFields(h, c.About)
	f.limits = newLimitFields(h, c.Limits, t("settings.limit.general"))
	f.since = dateField(h, t("field.since"), c.Since)
	f.reach.language = widgets.NewChoice(t("forms.client.language"), languageNames(t("forms.client.language_none")),
		1+slices.Index(present.Languages(), present.Language(c.Reach.Language)), nil)
	f.state = widgets.NewChoice(t("forms.client.state"), stateNames(h), slices.Index(rapport.States(), c.State), nil)
	return f
}

// fieldWith returns a field with a text in it.
func fieldWith(label, example, text string) *widgets.Field {
	f := widgets.NewField(label, example)
	f.SetText(text)
	return f
}

func languageNames(none string) []string {
	names := []string{none}
	for _, l := range present.Languages() {
		names = append(names, l.Own())
	}
	return names
}

func stateNames(h Host) []string {
	var names []string
	for _, s := range rapport.States() {
		names = append(names, h.Speaker().State(s))
	}
	return names
}

func (f *clientForm) rateText() string {
	if f.client.Terms.HourlyRate == 0 {
		return ""
	}
	return f.host.Speaker().Amount(rapport.Money{Minor: f.client.Terms.HourlyRate, Currency: f.client.Terms.Currency})
}

// open lays the fields out, the one that must be filled in first.
func (f *clientForm) open() {
	f.add(f.name, "name")
	if f.fresh {
		f.column.Add(f.remind())
	}
	f.pair(f.organisation, f.reach.emails)
	f.pair(f.reach.phone, f.since)
	f.pair(f.terms.currency, f.terms.rate)
	f.pair(f.terms.payment, f.terms.notice)
	f.pair(f.state, f.reach.language)
	f.column.Add(widgets.NewGrid(16, 220, f.terms.country, widgets.Inset(20, 0, 0, 0, f.terms.consumer)))
	f.know(f.terms.country, "country")
	f.add(f.about.people, "people")
	f.add(f.about.needs, "needs")
	f.add(f.tags, "tag")
	f.column.Add(f.ownLimits())
	f.know(f.limits.complexity, "complexity")
	f.know(f.limits.minutes, "limit_minutes")
	f.know(f.organisation, "organisation")
	f.know(f.reach.emails, "email")
	f.know(f.reach.phone, "phone")
	f.know(f.since, "since", "date")
	f.know(f.terms.currency, "currency")
	f.know(f.terms.rate, "amount")
	f.know(f.terms.payment, "days")
	f.know(f.terms.notice, "notice")
	if !f.fresh {
		f.column.Add(f.archive())
	}
	said := "forms.client.changed"
	if f.fresh {
		said = "forms.client.added"
	}
	f.show(f.name.Focusable(), f.collect, said)
}

// ownLimits are the limits for this client, folded away while there are none.
func (f *clientForm) ownLimits() fyne.CanvasObject {
	fields := widgets.NewColumn(8, &widgets.Text{Text: f.host.Speaker().T("settings.limits_own"), Bold: true},
		widgets.NewGrid(16, 170, f.limits.explained(f.host), f.limits.complexity, f.limits.minutes))
	link := widgets.NewLink(f.host.Speaker().T("settings.limits_own"), nil)
	folded := widgets.NewFlow(0, link)
	fields.Hidden = f.client.Limits == (rapport.Limits{})
	folded.Hidden = !fields.Hidden
	link.OnTapped = func() {
		fields.Hidden, folded.Hidden = false, true
		f.overlay.Fit()
	}
	return widgets.NewColumn(0, folded, fields)
}

// archive is the way out of sight, or back.
func (f *clientForm) archive() *widgets.Button {
	t := f.host.Speaker().T
	text, said, archived := t("forms.client.archive"), "forms.client.archived", true
	if f.client.Archived {
		text, said, archived = t("forms.client.unarchive"), "forms.client.unarchived", false
	}
	b := widgets.NewButton(text, func() {
		f.overlay.Close()
		do(f.host, func(ctx context.Context) error {
			return f.host.Practice().ArchiveClient(ctx, f.client.ID, archived)
		}, said)
	})
	b.Role = widgets.Quiet
	return b
}

// collect reads the fields.
func (f *clientForm) collect() (func(context.Context) error, error) {
	c := f.client
	c.Name, c.Organisation = strings.TrimSpace(f.name.Text()), strings.TrimSpace(f.organisation.Text())
	c.Reach.Emails, c.Reach.Phone = split(f.reach.emails.Text()), strings.TrimSpace(f.reach.phone.Text())
	c.Tags = split(f.tags.Text())
	c.Reach.Language = ""
	if f.reach.language.Selected > 0 {
		c.Reach.Language = string(present.Languages()[f.reach.language.Selected-1])
	}
	c.State = rapport.States()[f.state.Selected]
	var err error
	if c.Since, err = dayOf(f.host, f.since, "since"); err != nil {
		return nil, err
	}
	if c.Terms, err = f.readTerms(); err != nil {
		return nil, err
	}
	c.About = f.about.read()
	if c.Limits, err = f.limits.read(f.host); err != nil {
		return nil, err
	}
	if err := c.Check(f.host.Practice().Today()); err != nil {
		return nil, err
	}
	return func(ctx context.Context) error {
		if f.fresh {
			_, err := f.host.Practice().AddClient(ctx, c)
			return err
		}
		return f.host.Practice().EditClient(ctx, c)
	}, nil
}

func (f *clientForm) readTerms() (rapport.Terms, error) {
	terms := rapport.Terms{Currency: rapport.Currency(strings.ToUpper(strings.TrimSpace(f.terms.currency.Text())))}
	if err := terms.Currency.Check(); err != nil {
		return terms, err
	}
	rate, err := moneyOf(f.host, f.terms.rate, terms.Currency, "amount")
	if err != nil {
		return terms, err
	}
	terms.HourlyRate = rate.Minor
	if terms.PaymentDays, err = daysOf(f.host, f.terms.payment, "days"); err != nil {
		return terms, err
	}
	terms.Country, terms.Consumer = countryAt(f.terms.country.Selected), f.terms.consumer.State == widgets.Done
	terms.NoticeDays, err = daysOf(f.host, f.terms.notice, "notice")
	return terms, err
}

// split reads a list separated by commas.
func split(text string) []string {
	var parts []string
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}
