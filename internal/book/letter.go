package book

import "github.com/rapport-desktop/rapport/internal/rapport"

// Drafts are not part of the record, sent letters are, so they lie in two tables. A
// draft whose letter went out stays beneath it: what undoes the sending need not
// know of it. Read together the letter hides the draft.
const (
	draftColumns = `SELECT d.id, d.client, d.kind, d.language, d.style, d.subject, d.body, d.written, d.held, NULL AS sent, ''
		FROM drafts d WHERE NOT EXISTS (SELECT 1 FROM letters l WHERE l.id = d.id) `
	sentColumns = `SELECT id, client, kind, language, style, subject, body, written, held, sent, way FROM letters `
)

var (
	drafts  = newTable("drafts", "id", "client", "kind", "language", "style", "subject", "body", "written", "held")
	letters = newTable("letters", "id", "client", "kind", "language", "style", "subject", "body", "written", "held",
		"sent", "way")
)

func scanLetter(r *rows) rapport.Letter {
	return rapport.Letter{
		ID: r.id(0), Client: r.id(1), Kind: r.text(2), Language: r.text(3), Style: r.text(4), Subject: r.text(5),
		Body: r.text(6), Written: r.day(7), Held: r.day(8), Sent: r.day(9), Way: r.text(10),
	}
}

func draftValues(l rapport.Letter) []any {
	return []any{l.ID, l.Client, l.Kind, l.Language, l.Style, l.Subject, l.Body, l.Written, l.Held}
}

// Letter returns a letter, draft or sent.
func (tx *Tx) Letter(id rapport.ID) (rapport.Letter, error) {
	return get(tx, "letter", scanLetter, sentColumns+"WHERE id = ?1 UNION ALL "+draftColumns+"AND d.id = ?1", id)
}

// LettersOf returns the letters to a client in the order they were begun, drafts
// included.
func (tx *Tx) LettersOf(client rapport.ID) ([]rapport.Letter, error) {
	return all(tx, scanLetter, sentColumns+"WHERE client = ?1 UNION ALL "+draftColumns+"AND d.client = ?1 ORDER BY 1", client)
}

// Drafts returns everybody's letters that have not gone out, in the order they were
// begun.
func (tx *Tx) Drafts() ([]rapport.Letter, error) {
	return all(tx, scanLetter, draftColumns+"AND d.client IN (SELECT id FROM clients) ORDER BY 1")
}

// PutDraft stores a draft, new or changed. It is no part of the record: it needs no
// named step and cannot be undone. A letter that went out is refused with
// [rapport.ErrLetterSent].
func (tx *Tx) PutDraft(l rapport.Letter) error {
	if err := l.Check(rapport.MaxDate); err != nil {
		return err
	}
	if !l.Draft() {
		return sent(l)
	}
	if err := tx.unsent(l.ID); err != nil {
		return err
	}
	if _, err := tx.Client(l.Client); err != nil {
		return err
	}
	return tx.put(drafts, draftValues(l)...)
}

// DropDraft throws a draft away for good.
func (tx *Tx) DropDraft(id rapport.ID) error {
	if err := tx.unsent(id); err != nil {
		return err
	}
	n, err := tx.c.exec(tx.ctx, "DELETE FROM drafts WHERE id = ?", id)
	if err == nil && n == 0 {
		err = missing("letter")
	}
	return err
}

// SendLetter stores a letter that went out. A draft of that identifier is hidden from
// then on; undoing the step shows it again.
func (tx *Tx) SendLetter(l rapport.Letter) error {
	if err := l.Check(rapport.MaxDate); err != nil {
		return err
	}
	if l.Draft() {
		return rapport.Refuse(rapport.ErrDateMissing, rapport.Args{"field": "sent"})
	}
	return tx.add(letters, append(draftValues(l), l.Sent, l.Way)...)
}

// unsent refuses a letter that went out.
func (tx *Tx) unsent(id rapport.ID) error {
	l, err := maybe(tx, scanLetter, sentColumns+"WHERE id = ?", id)
	if err == nil && l != nil {
		err = sent(*l)
	}
	return err
}

func sent(l rapport.Letter) error {
	return rapport.Refuse(rapport.ErrLetterSent, rapport.Args{"sent": l.Sent})
}
