package practice

import (
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// holdings is what the book holds of the clients an import speaks of, read once
// a client, and the invoices planned so far. A client yet to be created has an id
// too, under which nothing is found; one in doubt has none.
type holdings struct {
	tx       *book.Tx
	entries  map[rapport.ID]map[entryKey]int
	invoices map[rapport.ID]map[string]*invoiced
}

// entryKey is what makes two entries of a client the same to a reader. Two equal
// entries may both be meant, so they are counted, not merged.
type entryKey struct {
	on        rapport.Date
	kind      rapport.Kind
	severity  int
	justified rapport.Justified
	scope     rapport.Scope
	channel   rapport.Channel
	cost      rapport.Cost
	note      string
}

func keyOf(e rapport.Entry) entryKey {
	return entryKey{e.On, e.Kind, e.Severity, e.Justified, e.Scope, e.Channel, e.Cost, e.Note}
}

// takeEntry reports whether the book holds the entry, and counts it as found: of
// three equal rows, two are held where the book has two.
func (h *holdings) takeEntry(name *Name, e rapport.Entry) (bool, error) {
	if name.Doubt {
		return false, nil
	}
	held, ok := h.entries[name.Client]
	if !ok {
		entries, err := h.tx.EntriesOf(name.Client)
		if err != nil {
			return false, err
		}
		held = make(map[entryKey]int, len(entries))
		for _, e := range entries {
			held[keyOf(e)]++
		}
		h.entries[name.Client] = held
	}
	key := keyOf(e)
	if held[key] == 0 {
		return false, nil
	}
	held[key]--
	return true, nil
}

// invoice returns what is known of a number, nil if nothing is.
func (h *holdings) invoice(name *Name, number string) (*invoiced, error) {
	if name.Doubt {
		return nil, nil
	}
	held, ok := h.invoices[name.Client]
	if !ok {
		invoices, err := h.tx.InvoicesOf(name.Client)
		if err != nil {
			return nil, err
		}
		held = make(map[string]*invoiced, len(invoices))
		for _, v := range invoices {
			held[v.Number] = &invoiced{name: name, invoice: v, stored: true}
		}
		h.invoices[name.Client] = held
	}
	return held[number], nil
}

// learn keeps a new invoice for the rows that speak of it again.
func (h *holdings) learn(v *invoiced) {
	if !v.name.Doubt {
		h.invoices[v.name.Client][v.invoice.Number] = v
	}
}

// sameInvoice compares everything but what may be added: the payments, and hours
// nobody knew yet. A file that does not speak of a dispute, or of hours, does not
// deny them.
func sameInvoice(known, file rapport.Invoice) bool {
	return known.Issued == file.Issued && known.Due == file.Due && known.Amount == file.Amount &&
		(known.Disputed || !file.Disputed) &&
		(known.Minutes == file.Minutes || known.Minutes == 0 || file.Minutes == 0)
}

// paid is what payments come to, in minor units.
func paid(payments []rapport.Payment) (sum int64) {
	for _, p := range payments {
		sum += p.Amount
	}
	return sum
}

// missingPayments returns the payments of the file the book does not know.
func missingPayments(known, file rapport.Invoice) []rapport.Payment {
	type key struct {
		on     rapport.Date
		amount int64
	}
	held := map[key]int{}
	for _, p := range known.Payments {
		held[key{p.On, p.Amount}]++
	}
	var missing []rapport.Payment
	for _, p := range file.Payments {
		k := key{p.On, p.Amount}
		if held[k] > 0 {
			held[k]--
			continue
		}
		p.ID = rapport.NewID()
		missing = append(missing, p)
	}
	return missing
}
