package book

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

const clientColumns = `c.id, c.name, c.organisation, c.emails, c.phone, c.language, c.currency, c.hourly_rate,
	c.payment_days, c.notice_days, c.state, c.since, c.tags, c.archived, c.hostility, c.complexity, c.limit_minutes,
	c.country, c.consumer, c.people, c.needs`

// clientWidth is how many columns that is: what a query asks for beside them
// comes after.
const clientWidth = 21

var clients = newTable("clients", "id", "name", "name_key", "organisation", "emails", "phone", "language",
	"currency", "hourly_rate", "payment_days", "notice_days", "state", "since", "tags", "archived", "hostility", "complexity",
	"limit_minutes", "country", "consumer", "people", "needs")

func scanClient(r *rows) rapport.Client {
	return rapport.Client{
		ID: r.id(0), Name: r.text(1), Organisation: r.text(2),
		Reach: rapport.Reach{Emails: r.strings(3), Phone: r.text(4), Language: r.text(5)},
		Terms: rapport.Terms{
			Currency: rapport.Currency(r.text(6)), HourlyRate: r.int64(7),
			PaymentDays: r.int(8), NoticeDays: r.int(9), Country: r.text(17), Consumer: r.bool(18),
		},
		State: rapport.State(r.text(10)), Since: r.day(11), Tags: r.strings(12), Archived: r.bool(13),
		Limits: rapport.Limits{Hostility: r.int(14), Complexity: r.int(15), Minutes: r.int(16)},
		About:  rapport.About{People: r.text(19), Needs: r.text(20)},
	}
}

// strings reads a JSON array of texts, nil for an empty one.
func (r *rows) strings(i int) []string {
	text := r.text(i)
	if text == "[]" {
		return nil
	}
	var list []string
	if err := json.Unmarshal([]byte(text), &list); err != nil {
		r.wrong(i, "a list of texts")
	}
	return list
}

// array writes texts as a JSON array. E-mail addresses and tags are kept that way
// because they are read and written with their client and never looked up alone.
func array(texts []string) (string, error) {
	if len(texts) == 0 {
		return "[]", nil
	}
	b, err := json.Marshal(texts)
	if err != nil {
		return "", fmt.Errorf("writing a list of texts: %w", err)
	}
	return string(b), nil
}

// NameKey is what makes two names the same: equal without case, composed or
// decomposed, whatever the spaces. The Turkish letters I and ı, İ and i are one
// letter here, as upper and lower case of the same name differ by language.
func NameKey(name string) string {
	name = strings.Join(strings.Fields(norm.NFC.String(name)), " ")
	return strings.Map(func(c rune) rune {
		switch c {
		case 'I', 'İ', 'ı':
			return 'i'
		}
		return unicode.ToLower(c)
	}, name)
}

func clientValues(c rapport.Client) ([]any, error) {
	if err := c.Check(rapport.MaxDate); err != nil {
		return nil, err
	}
	emails, err := array(c.Reach.Emails)
	if err != nil {
		return nil, err
	}
	tags, err := array(c.Tags)
	if err != nil {
		return nil, err
	}
	return []any{
		c.ID, c.Name, NameKey(c.Name), c.Organisation, emails, c.Reach.Phone, c.Reach.Language,
		c.Terms.Currency, c.Terms.HourlyRate, c.Terms.PaymentDays, c.Terms.NoticeDays,
		c.State, c.Since, tags, c.Archived, c.Limits.Hostility, c.Limits.Complexity, c.Limits.Minutes,
		c.Terms.Country, c.Terms.Consumer, c.About.People, c.About.Needs,
	}, nil
}

// Client returns a client, archived or not.
func (tx *Tx) Client(id rapport.ID) (rapport.Client, error) {
	return get(tx, "client", scanClient, "SELECT "+clientColumns+" FROM clients c WHERE id = ?", id)
}

// Clients returns every client, archived ones too, in the order of their names.
func (tx *Tx) Clients() ([]rapport.Client, error) {
	return all(tx, scanClient, "SELECT "+clientColumns+" FROM clients c ORDER BY name_key")
}

// FindByMails returns the clients who have one of the addresses, written in capitals
// or not, in the order they were added.
func (tx *Tx) FindByMails(mails []string) ([]rapport.Client, error) {
	wanted := make(map[string]bool, len(mails))
	for _, mail := range mails {
		wanted[NameKey(mail)] = true
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	reachable, err := all(tx, scanClient, "SELECT "+clientColumns+" FROM clients c WHERE emails <> '[]' ORDER BY id")
	var found []rapport.Client
	for _, c := range reachable {
		if slices.ContainsFunc(c.Reach.Emails, func(mail string) bool { return wanted[NameKey(mail)] }) {
			found = append(found, c)
		}
	}
	return found, err
}

// Watched returns the clients who should not come back unnoticed, in the order they
// were added: those a flag flies over on the day, and those whose engagement is over.
func (tx *Tx) Watched(on rapport.Date) ([]rapport.Client, error) {
	return all(tx, scanClient, "SELECT "+clientColumns+` FROM clients c WHERE state = 'ended'
		OR id IN (SELECT client FROM flags WHERE `+flying+`) ORDER BY id`, on)
}

// AddClient stores a new client; a name that is taken is refused with
// [rapport.ErrNameTaken].
func (tx *Tx) AddClient(c rapport.Client) error {
	values, err := clientValues(c)
	if err != nil {
		return err
	}
	return nameTaken(tx.add(clients, values...), c.Name)
}

// SetClient stores what changed about a client.
func (tx *Tx) SetClient(c rapport.Client) error {
	values, err := clientValues(c)
	if err != nil {
		return err
	}
	return nameTaken(tx.set(clients, "client", values...), c.Name)
}

func nameTaken(err error, name string) error {
	if violates(err, "clients.name_key") {
		return rapport.Refuse(rapport.ErrNameTaken, rapport.Args{"name": name}).Because(err)
	}
	return err
}
