package book

import (
	"context"
	"fmt"
	"strings"
)

// logged lists the tables whose every change is recorded, parents first, and the
// column that names a row. Standings, the sum of their shares, drafts, runs and
// settings are missing on purpose: the first two are derived, the others are no part
// of the record.
var logged = []struct{ table, key string }{
	{"clients", "id"}, {"entries", "id"}, {"circumstances", "entry"},
	{"invoices", "id"}, {"payments", "id"}, {"obligations", "id"},
	{"promises", "id"}, {"decisions", "id"}, {"answers", "id"}, {"sheets", "id"},
	{"surprises", "id"}, {"flags", "id"}, {"letters", "id"}, {"endings", "id"}, {"threats", "id"},
}

// column is a column of a logged table; JSON has no bytes, so those go through
// hexadecimal. A column that a migration added has a default, as SQL: it stands for
// what a change recorded before that knew nothing of.
type column struct {
	name      string
	bytes     bool
	otherwise string
}

// columnsOf asks the file itself, so that a column added by a migration cannot be
// forgotten in the log.
func columnsOf(ctx context.Context, c *conn, table string) ([]column, error) {
	r, err := c.query(ctx, "SELECT name, type = 'BLOB', dflt_value FROM pragma_table_info(?) ORDER BY cid", table)
	return list(r, err, func(r *rows) column {
		return column{name: r.text(0), bytes: r.bool(1), otherwise: r.text(2)}
	})
}

// logTriggers returns the statements that make every change to a logged table
// leave its mark, whoever makes it. They are written anew after each migration.
func logTriggers(ctx context.Context, c *conn) ([]string, error) {
	var all []string
	for _, t := range logged {
		columns, err := columnsOf(ctx, c, t.table)
		if err != nil {
			return nil, err
		}
		const record = `
BEGIN
    INSERT INTO changes (step, place, record, op, before)
    VALUES ((SELECT step FROM recording), '%[1]s', %[2]s.%[3]s, '%[4]s', %[5]s);
END;`
		before := asJSON("OLD", columns)
		all = append(all,
			fmt.Sprintf("CREATE TRIGGER log_%[1]s_insert AFTER INSERT ON %[1]s"+record,
				t.table, "NEW", t.key, "insert", "NULL"),
			fmt.Sprintf("CREATE TRIGGER log_%[1]s_update AFTER UPDATE ON %[1]s\nWHEN (%[6]s) IS NOT (%[7]s)"+record,
				t.table, "OLD", t.key, "update", before, named("OLD.", columns), named("NEW.", columns)),
			fmt.Sprintf("CREATE TRIGGER log_%[1]s_delete AFTER DELETE ON %[1]s"+record,
				t.table, "OLD", t.key, "delete", before))
	}
	return all, nil
}

// dropLog returns the statements that silence the log during a migration.
func dropLog(ctx context.Context, c *conn) ([]string, error) {
	r, err := c.query(ctx, `SELECT 'DROP TRIGGER ' || name FROM sqlite_schema
		WHERE type = 'trigger' AND name GLOB 'log_*' ORDER BY name`)
	return list(r, err, func(r *rows) string { return r.text(0) })
}

// named lists columns with a prefix.
func named(prefix string, columns []column) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = prefix + c.name
	}
	return strings.Join(names, ", ")
}

// asJSON writes a row as one JSON object, the form a change keeps it in.
func asJSON(row string, columns []column) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		value := row + "." + c.name
		if c.bytes {
			value = "hex(" + value + ")"
		}
		parts[i] = fmt.Sprintf("'%s', %s", c.name, value)
	}
	return "json_object(" + strings.Join(parts, ", ") + ")"
}

// fromJSON is the way back: the columns of the object in ?1.
func fromJSON(columns []column) string {
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = fmt.Sprintf("?1 ->> '$.%s'", c.name)
		if c.bytes {
			parts[i] = "unhex(nullif(" + parts[i] + ", ''))" // hex(NULL) is empty
		}
		if c.otherwise != "" {
			parts[i] = "ifnull(" + parts[i] + ", " + c.otherwise + ")"
		}
	}
	return strings.Join(parts, ", ")
}

// inverse holds, for one table, the statements that turn a change round.
type inverse struct {
	insert string // puts back the row in ?1
	update string // gives the row ?2 the values in ?1
	remove string // takes the row ?1 away
	owner  string // the client that the row ?1 belongs to
}

// inverses prepares the way back for every logged table.
func inverses(ctx context.Context, c *conn) (map[string]inverse, error) {
	all := make(map[string]inverse, len(logged))
	for _, t := range logged {
		columns, err := columnsOf(ctx, c, t.table)
		if err != nil {
			return nil, err
		}
		names, values := named("", columns), fromJSON(columns)
		all[t.table] = inverse{
			insert: fmt.Sprintf("INSERT INTO %s (%s) SELECT %s", t.table, names, values),
			update: fmt.Sprintf("UPDATE %s SET (%s) = (SELECT %s) WHERE %s = ?2", t.table, names, values, t.key),
			remove: fmt.Sprintf("DELETE FROM %s WHERE %s = ?1", t.table, t.key),
			owner:  ownerOf(t.table, t.key),
		}
	}
	return all, nil
}

func ownerOf(table, key string) string {
	switch table {
	case "clients":
		return "SELECT id FROM clients WHERE id = ?1"
	case "circumstances":
		return "SELECT client FROM entries WHERE id = ?1"
	case "payments":
		return "SELECT i.client FROM payments p JOIN invoices i ON i.id = p.invoice WHERE p.id = ?1"
	}
	return fmt.Sprintf("SELECT client FROM %s WHERE %s = ?1", table, key)
}
