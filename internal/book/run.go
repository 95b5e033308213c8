package book

import (
	"encoding/json"
	"fmt"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

const runColumns = "SELECT id, client, guide, started, touched, step, kept, done FROM runs "

var runs = newTable("runs", "id", "client", "guide", "started", "touched", "step", "kept", "done")

func scanRun(r *rows) rapport.Run {
	run := rapport.Run{
		ID: r.id(0), Client: r.id(1), Guide: r.text(2), Started: r.day(3), Touched: r.day(4), Step: r.text(5), Done: r.day(7),
	}
	if text := r.text(6); text != "{}" {
		if err := json.Unmarshal([]byte(text), &run.Kept); err != nil {
			r.wrong(6, "what was kept of a guide")
		}
	}
	return run
}

// Run returns one guide that was taken up.
func (tx *Tx) Run(id rapport.ID) (rapport.Run, error) {
	return get(tx, "run", scanRun, runColumns+"WHERE id = ?", id)
}

// RunsOf returns the guides taken up with a client in that order, done ones included.
func (tx *Tx) RunsOf(client rapport.ID) ([]rapport.Run, error) {
	return all(tx, scanRun, runColumns+"WHERE client = ? ORDER BY id", client)
}

// OpenRun returns the guide that is under way with a client, nil when it is not.
func (tx *Tx) OpenRun(client rapport.ID, guide string) (*rapport.Run, error) {
	return maybe(tx, scanRun, runColumns+"WHERE client = ? AND guide = ? AND done IS NULL", client, guide)
}

// OpenRuns returns everybody's guides that are under way, those left alone longest in
// front.
func (tx *Tx) OpenRuns() ([]rapport.Run, error) {
	return all(tx, scanRun, runColumns+
		"WHERE done IS NULL AND client IN (SELECT id FROM clients) ORDER BY touched, id")
}

// PutRun stores how far a guide has come, new or changed. It is no part of the record:
// it needs no named step and cannot be undone. A guide that is under way already with
// this client cannot be begun beside itself; that is a mistake of the caller.
func (tx *Tx) PutRun(run rapport.Run) error {
	if err := run.Check(rapport.MaxDate); err != nil {
		return err
	}
	if _, err := tx.Client(run.Client); err != nil {
		return err
	}
	kept := []byte("{}")
	if len(run.Kept) > 0 {
		var err error
		if kept, err = json.Marshal(run.Kept); err != nil {
			return fmt.Errorf("writing what was kept of a guide: %w", err)
		}
	}
	return tx.put(runs, run.ID, run.Client, run.Guide, run.Started, run.Touched, run.Step, string(kept), run.Done)
}

// sweepDrafts throws away the drafts and runs of clients who are gone and whom no redo
// can bring back.
func (tx *Tx) sweepDrafts() error {
	if err := tx.exec("DELETE FROM drafts WHERE client NOT IN (SELECT id FROM clients)"); err != nil {
		return err
	}
	return tx.exec("DELETE FROM runs WHERE client NOT IN (SELECT id FROM clients)")
}
