package book

import (
	"strings"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// Setting returns a preference kept in the book, "" when it was never set.
func (tx *Tx) Setting(key string) (value string, err error) {
	_, err = tx.c.one(tx.ctx, func(r *rows) { value = r.text(0) }, "SELECT value FROM settings WHERE key = ?", key)
	return value, err
}

// Settings returns every preference that was set.
func (tx *Tx) Settings() (map[string]string, error) {
	r, err := tx.c.query(tx.ctx, "SELECT key, value FROM settings")
	if err != nil {
		return nil, err
	}
	settings := make(map[string]string)
	for r.next() {
		settings[r.text(0)] = r.text(1)
	}
	return settings, r.close()
}

// SetSetting keeps a preference; "" forgets it.
func (tx *Tx) SetSetting(key, value string) error {
	if value == "" {
		return tx.exec("DELETE FROM settings WHERE key = ?", key)
	}
	if strings.IndexByte(value, 0) >= 0 {
		return rapport.Refuse(rapport.ErrTextNUL, rapport.Args{"field": key})
	}
	return tx.exec(`INSERT INTO settings (key, value) VALUES (?, ?)
		ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, value)
}
