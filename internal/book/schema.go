package book

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
)

// identity is the application_id in the header of every book: "Rprt".
const identity = 0x52707274

// plan is the road from one schema version to the next. The books of this
// program walk [standard]; a test may lay a longer one.
type plan struct {
	migrations []string              // SQL; the first makes version 1 of an empty file
	before     func(n int, s string) // called before the n-th statement of a migration, for fault tests
	busy       int                   // milliseconds to wait for another program
}

var (
	//go:embed schema/0001.sql
	schema1 string
	//go:embed schema/0002.sql
	schema2 string
	//go:embed schema/0003.sql
	schema3 string
)

// standard returns the plan of this version of the program.
func standard() plan {
	return plan{migrations: []string{schema1, schema2, schema3}, before: func(int, string) {}, busy: 5000}
}

// version is the schema the plan leads to.
func (p plan) version() int { return len(p.migrations) }

// migrate takes a book from an older version to the plan's in one transaction:
// whatever happens, the book is the old one or the new one. Foreign keys rest
// meanwhile, since tables may have to be rebuilt, and are checked at the end.
func (p plan) migrate(ctx context.Context, c *conn, from int) (err error) {
	if err := c.script(ctx, "PRAGMA foreign_keys = OFF"); err != nil {
		return err
	}
	if err := c.script(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	if err := p.run(ctx, c, from); err != nil {
		_ = c.script(context.WithoutCancel(ctx), "ROLLBACK")
		return fmt.Errorf("migrating the schema from version %d to %d: %w", from, p.version(), err)
	}
	if err := c.script(ctx, "COMMIT"); err != nil {
		_ = c.script(context.WithoutCancel(ctx), "ROLLBACK")
		return fmt.Errorf("migrating the schema: %w", err)
	}
	if err := c.script(ctx, "PRAGMA foreign_keys = ON"); err != nil {
		return err
	}
	// The version in the file's header is what the next start reads first.
	_, err = c.number(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	return err
}

// run executes every statement between two versions inside the transaction.
func (p plan) run(ctx context.Context, c *conn, from int) error {
	n := 0
	each := func(statements []string) error {
		for _, s := range statements {
			n++
			p.before(n, s)
			if err := c.script(ctx, s); err != nil {
				return err
			}
		}
		return nil
	}
	drop, err := dropLog(ctx, c)
	if err != nil {
		return err
	}
	if err := each(drop); err != nil {
		return err
	}
	for _, migration := range p.migrations[from:] {
		if err := each(statements(migration)); err != nil {
			return err
		}
	}
	triggers, err := logTriggers(ctx, c)
	if err != nil {
		return err
	}
	if err := each(triggers); err != nil {
		return err
	}
	if err := checkForeignKeys(ctx, c); err != nil {
		return err
	}
	return each([]string{
		fmt.Sprintf("PRAGMA application_id = %d", identity),
		fmt.Sprintf("PRAGMA user_version = %d", p.version()),
	})
}

// statements cuts a migration into its statements. Each ends at a line's end
// with a semicolon, a trigger with END; and comments stand on lines of their own
// or hold no semicolon.
func statements(script string) []string {
	var all []string
	var b strings.Builder
	for line := range strings.Lines(script) {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" || strings.HasPrefix(trimmed, "--") {
			continue
		}
		b.WriteString(line)
		trigger := strings.HasPrefix(strings.TrimSpace(b.String()), "CREATE TRIGGER")
		if strings.HasSuffix(trimmed, "END;") || (!trigger && strings.HasSuffix(trimmed, ";")) {
			all = append(all, b.String())
			b.Reset()
		}
	}
	if strings.TrimSpace(b.String()) != "" {
		all = append(all, b.String())
	}
	return all
}
