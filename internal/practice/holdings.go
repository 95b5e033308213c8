package practice

import (
	"github.com/rapport-desktop/rapport/internal/book"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// holdings is what the book holds of the clients an import speaks of, read once
// a client.
type holdings struct {
	tx       *book.Tx
	entries  map[rapport.ID]map[entryKey]int
	invoices map[rapport.ID]map[string]rapport.Invoice
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
	if name.New || name.Doubt {
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

// invoice returns the book's invoice of that number.
func (h *holdings) invoice(name *Name, number string) (rapport.Invoice, bool, error) {
	if name.New || name.Doubt {
		return rapport.Invoice{}, false, nil
	}
	held, ok := h.invoices[name.Client]
	if !ok {
		invoices, err := h.tx.InvoicesOf(name.Client)
		if err != nil {
			return rapport.Invoice{}, false, err
		}
		held = make(map[string]rapport.Invoice, len(invoices))
		for _, v := range invoices {
			held[v.Number] = v
		}
		h.invoices[name.Client] = held
	}
	v, ok := held[number]
	return v, ok, nil
}

// sameInvoice compares everything but the payments, which may grow.
func sameInvoice(a, b rapport.Invoice) bool {
	return a.Issued == b.Issued && a.Due == b.Due && a.Amount == b.Amount
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
