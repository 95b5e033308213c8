package practice

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Returning is a client of before who looks like somebody who turns up now.
type Returning struct {
	Client rapport.Client
	By     string         // what they have in common, one of ReturningBy
	Flags  []rapport.Flag // that fly over them today
	Ended  rapport.Date   // when the engagement ended; zero where it goes on, or nobody said when
}

// What somebody may have in common with a client of before, the surest first.
const (
	BySameMail     = "mail"
	BySameName     = "name"         // however it is written
	ByNearName     = "near"         // a slip of the keyboard away, or the same with a word more
	ByOrganisation = "organisation" // the same organisation, by its name or the domain of its addresses
)

// ReturningBy returns every code of [Returning.By].
func ReturningBy() []string { return []string{BySameMail, BySameName, ByNearName, ByOrganisation} }

// Known returns the clients a flag flies over, or whose engagement has ended, who look
// like the one of this name and these addresses, the surest first. It is asked before
// a client is added, an entry is logged and a file taken in; it reminds and forbids
// nothing. Either may be empty.
func (p *Practice) Known(ctx context.Context, name string, mails []string) (found []Returning, err error) {
	err = p.book.Read(ctx, func(tx *book.Tx) error {
		w, err := watchFor(tx, p.today())
		if err != nil {
			return err
		}
		found, err = w.find(tx, name, mails)
		return err
	})
	return found, err
}

// watch is the clients who should not come back unnoticed, indexed once for all the
// names a file may bring.
type watch struct {
	today   rapport.Date
	clients []rapport.Client
	names   likeness // of the clients
	houses  likeness // of their organisations
}

func watchFor(tx *book.Tx, today rapport.Date) (watch, error) {
	clients, err := tx.Watched(today)
	if err != nil {
		return watch{}, err
	}
	w := watch{today: today, clients: clients}
	w.names = likenessOf(clients, func(c rapport.Client) string { return c.Name })
	w.houses = likenessOf(clients, func(c rapport.Client) string { return c.Organisation })
	return w, nil
}

func (w watch) find(tx *book.Tx, name string, mails []string) ([]Returning, error) {
	var found []Returning
	named, housed := w.names.to(name), w.houses.to(name)
	for i, c := range w.clients {
		r := Returning{Client: c}
		switch {
		case slices.ContainsFunc(mails, func(mail string) bool { return hasMail(c, mail) }):
			r.By = BySameMail
		case named[i] != "":
			r.By = named[i]
		case housed[i] != "", slices.ContainsFunc(mails, func(mail string) bool { return sharesDomain(c, mail) }):
			r.By = ByOrganisation
		default:
			continue
		}
		if err := r.fill(tx, w.today); err != nil {
			return nil, err
		}
		found = append(found, r)
	}
	order := ReturningBy()
	slices.SortStableFunc(found, func(a, b Returning) int {
		return cmp.Compare(slices.Index(order, a.By), slices.Index(order, b.By))
	})
	return found, nil
}

// fill reads why the client is watched for.
func (r *Returning) fill(tx *book.Tx, today rapport.Date) error {
	flags, err := tx.FlagsOf(r.Client.ID)
	if err != nil {
		return err
	}
	r.Flags = slices.DeleteFunc(flags, func(f rapport.Flag) bool { return !f.Flying(today) })
	if r.Client.State == rapport.EndedState {
		r.Ended, err = endedOn(tx, r.Client.ID)
	}
	return err
}

// likeness holds names against another.
type likeness struct {
	index  *intake.Names
	at     map[rapport.ID]int
	folded []string // "" for none
}

func likenessOf(clients []rapport.Client, name func(rapport.Client) string) likeness {
	l := likeness{at: make(map[rapport.ID]int, len(clients)), folded: make([]string, len(clients))}
	var named []intake.Named
	for i, c := range clients {
		l.at[c.ID] = i
		if l.folded[i] = intake.Fold(name(c)); l.folded[i] != "" {
			named = append(named, intake.Named{ID: c.ID, Name: name(c)})
		}
	}
	l.index = intake.NewNames(named)
	return l
}

// to tells by the index of a client how alike its name is to another: BySameName,
// ByNearName, or nothing.
func (l likeness) to(name string) map[int]string {
	folded := intake.Fold(name)
	if folded == "" {
		return nil
	}
	alike := map[int]string{}
	for i, other := range l.folded {
		if opens(folded, other) || opens(other, folded) {
			alike[i] = ByNearName
		}
	}
	match := l.index.Find(name)
	if match.Certainty == intake.Near {
		for _, near := range match.Candidates {
			alike[l.at[near.ID]] = ByNearName
		}
	}
	if match.Certainty >= intake.Alike {
		alike[l.at[match.Found.ID]] = BySameName
	}
	return alike
}

// leastShared is how many letters the shorter of two names needs for its being the
// beginning of the longer one to say anything.
const leastShared = 5

// opens reports whether a folded name begins with the words of another: "acme tools
// gmbh" with "acme tools".
func opens(long, short string) bool {
	return utf8.RuneCountInString(short) >= leastShared && strings.HasPrefix(long, short+" ")
}

func hasMail(c rapport.Client, mail string) bool {
	mail = strings.TrimSpace(mail)
	return mail != "" && slices.ContainsFunc(c.Reach.Emails, func(known string) bool { return strings.EqualFold(known, mail) })
}

// sharesDomain reports whether an address belongs to the house of a client, which
// those of the large mail providers do not tell.
func sharesDomain(c rapport.Client, mail string) bool {
	domain := domainOf(mail)
	return domain != "" && !everybodys(domain) && slices.ContainsFunc(c.Reach.Emails, func(known string) bool {
		return strings.EqualFold(domainOf(known), domain)
	})
}

func domainOf(mail string) string {
	_, domain, _ := strings.Cut(strings.ToLower(strings.TrimSpace(mail)), "@")
	return domain
}

// everybodys reports whether a domain is one of those where anybody can have an
// address. The list is of the providers that are common where the program speaks the
// language; one that is missing reminds once too often and no more.
func everybodys(domain string) bool {
	provider, _, _ := strings.Cut(domain, ".")
	switch provider {
	case "gmail", "googlemail", "outlook", "hotmail", "live", "msn", "yahoo", "ymail", "icloud", "me", "mac", "aol",
		"gmx", "web", "t-online", "freenet", "mailbox", "posteo", "arcor", "proton", "protonmail", "pm", "fastmail",
		"mail", "zoho", "yandex", "mynet", "ziggo", "kpnmail", "hetnet", "planet", "xs4all", "telenet", "bluewin",
		"btinternet", "sky", "virginmedia", "chello", "aon":
		return true
	}
	return false
}
