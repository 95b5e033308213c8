package book

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Create makes a new, empty book and opens it. An existing file of that name is
// never touched: [ErrExists]. The book is made under another name and appears
// under its own only when it is whole, so that a crash leaves no half of one.
func Create(ctx context.Context, path string, o Options) (*Book, error) {
	return create(ctx, path, o, standard())
}

func create(ctx context.Context, path string, o Options, p plan) (*Book, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("finding the place for the book: %w", err)
	}
	if o.MakeFolder {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, explainFile(err, path)
		}
	}
	if err := vacant(path); err != nil {
		return nil, err
	}
	lock, err := takeLock(path)
	if err != nil {
		return nil, err
	}
	if err := makeFile(ctx, path, p); err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	b, err := openToWrite(ctx, path, o, p)
	if err != nil {
		return nil, errors.Join(err, lock.Close())
	}
	b.lock = lock
	return b, nil
}

// makeFile makes the file of a new book, under its lock.
func makeFile(ctx context.Context, path string, p plan) error {
	temp, err := newFile(path)
	if err != nil {
		return err
	}
	defer func() {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(temp + suffix) // gone already when all went well
		}
	}()
	c, err := connect(ctx, temp, access{mode: "rw", busy: p.busy})
	if err != nil {
		return err
	}
	if err := errors.Join(p.migrate(ctx, c, 0), c.close()); err != nil {
		return explain(err, path)
	}
	if err := vacant(path); err != nil {
		return err
	}
	return place(temp, path)
}

// newFile makes an empty file of its own beside path that only its owner can
// read. SQLite gives the same permissions to the files it makes next to it. The
// name is short, as what SQLite appends must fit too.
func newFile(path string) (string, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".rapport-*")
	if err != nil {
		return "", explainFile(err, path)
	}
	return f.Name(), f.Close()
}
