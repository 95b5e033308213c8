package cli

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/rapport-desktop/rapport/internal/guide"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// respond asks a step as its kind wants, and returns what is to be kept of it.
func (w *walk) respond(ctx context.Context, step present.GuideStep) (string, error) {
	if w.stands(step) {
		return w.goOn(step)
	}
	switch step.Kind {
	case guide.Tick:
		return w.tick(step)
	case guide.Choose:
		return w.choose(step)
	case guide.Ask:
		return w.inWriting(step)
	case guide.WriteTo:
		return w.writeLetter(ctx, step)
	case guide.Log:
		return w.logEntry(ctx, step)
	case guide.Promise:
		return w.givePromise(ctx)
	case guide.Obligation:
		return w.noteOwed(ctx)
	case guide.Gate:
		return w.pass(step)
	}
	return w.goOn(step) // read and timer
}

// stands reports whether a step has stored something already. Who comes back to it
// is not asked again: what stands in the book is changed or undone there.
func (w *walk) stands(step present.GuideStep) bool {
	switch step.Kind {
	case guide.Log, guide.Promise, guide.Obligation:
		return w.run.Kept[step.Code] == guide.Done
	}
	return false
}

// goOn waits for Enter.
func (w *walk) goOn(step present.GuideStep) (string, error) {
	if pace := step.Pace; pace != nil {
		key := "cli.guide.pace"
		if pace.Hold > 0 {
			key = "cli.guide.pace_hold"
		}
		w.paper.prose(2, w.speaker.T(key, present.Args{"In": pace.In, "Hold": pace.Hold, "Out": pace.Out}))
	}
	if step.Seconds > 0 {
		w.paper.prose(2, w.speaker.N("cli.guide.seconds", step.Seconds))
	}
	_, err := w.line(w.speaker.T("cli.guide.enter"))
	return guide.Done, err
}

// tick lists the items by number; those typed are ticked, Enter ticks them all.
func (w *walk) tick(step present.GuideStep) (string, error) {
	text, err := w.line(w.speaker.T("cli.guide.tick"))
	if err != nil {
		return "", err
	}
	var codes []string
	if text == "" {
		for _, item := range step.Items {
			codes = append(codes, item.Code)
		}
	}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' }) {
		code, ok := itemOf(step.Items, word)
		if !ok {
			return w.again(word)
		}
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return strings.Join(codes, " "), nil
}

// choose lists the items by number and takes one of them.
func (w *walk) choose(step present.GuideStep) (string, error) {
	text, err := w.line(w.speaker.T("cli.guide.choose"))
	if err != nil {
		return "", err
	}
	code, ok := itemOf(step.Items, text)
	if !ok {
		return w.again(text)
	}
	return code, nil
}

// itemOf finds an item by its number, its code or its words.
func itemOf(items []present.GuideItem, text string) (string, bool) {
	for i, item := range items {
		if text == strconv.Itoa(i+1) || coded(text) == item.Code || intake.Fold(text) == intake.Fold(item.Text) {
			return item.Code, true
		}
	}
	return "", false
}

// again says that an answer was not understood, and asks the step once more.
func (w *walk) again(text string) (string, error) {
	if text != "" {
		w.paper.prose(2, w.speaker.T("cli.guide.not_understood", present.Args{"Value": text}))
	}
	return "", errAgain
}

// inWriting takes an answer in writing. A line that ends in a backslash goes on in the
// next. What is to be burned is read and forgotten.
func (w *walk) inWriting(step present.GuideStep) (string, error) {
	question := w.speaker.T("cli.guide.write")
	if step.Burn {
		question = w.speaker.T("cli.guide.burn")
	}
	var lines []string
	for {
		text, err := w.line(question)
		if err != nil {
			return "", err
		}
		more := strings.HasSuffix(text, `\`)
		lines, question = append(lines, strings.TrimSpace(strings.TrimSuffix(text, `\`))), "…"
		if !more {
			break
		}
	}
	text := strings.Join(lines, "\n")
	switch {
	case step.Burn:
		return guide.Done, nil
	case text == "" && step.Written != "":
		return step.Written, nil // Enter leaves what was written
	case text == "":
		w.paper.prose(2, w.speaker.T("cli.guide.nothing_written"))
		return "", errAgain
	}
	return text, nil
}

// pass goes through a gate that is open. A shut one says what opens it, and the guide
// is left before it.
func (w *walk) pass(step present.GuideStep) (string, error) {
	if step.Shut == "" {
		return guide.Done, nil
	}
	name := typed(w.client.Name)
	if line := map[string]string{
		guide.GateCalm: "guide run before_you_answer " + name, guide.GateStory: w.storyLine(name),
		guide.GateObligations: "owed list " + name, guide.GateNoHardship: "client show " + name,
	}[step.Opens]; line != "" {
		w.paper.prose(2, w.speaker.T("cli.guide.opens", present.Args{"Line": programName + " " + line}))
	}
	return "", errLeft
}

// storyLine is what to type to write the other side's story down: it belongs to the
// ending, and begins one where none is under way.
func (w *walk) storyLine(name string) string {
	if w.parting {
		return "end edit " + name + " --story TEXT"
	}
	return "end start " + name + " --story TEXT"
}

// writeLetter shows the letter with what the tone check says, and keeps it as a
// draft, or as sent.
func (w *walk) writeLetter(ctx context.Context, step present.GuideStep) (string, error) {
	file, err := w.practice.Client(ctx, w.client.ID)
	if err != nil {
		return "", err
	}
	l, err := w.draft(ctx, w.practice, file, step.Letter, lettering{})
	if err != nil {
		return "", err
	}
	w.paper.blank()
	w.paper.prose(4, l.Subject)
	w.paper.blank()
	w.paper.prose(4, l.Body)
	w.paper.blank()
	if err := w.paper.flush(); err != nil {
		return "", err
	}
	w.tellTone(ctx, l)
	if err := w.margin.flush(); err != nil {
		return "", err
	}
	text, err := w.line(w.speaker.T("cli.guide.letter"))
	if err != nil {
		return "", err
	}
	switch text {
	case "", "1":
		if _, err = w.practice.KeepLetter(ctx, l); err == nil {
			w.paper.prose(2, w.speaker.T("cli.guide.letter_kept"))
			return guide.Skipped, nil // a draft has told nobody anything yet
		}
	case "2":
		err = w.send(ctx, w.practice, w.client, l, rapport.WayCopy, false)
	default:
		return w.again(text)
	}
	return w.stored(err)
}

// logEntry proposes the entry of the step. What is typed is read as log reads it: a
// note, and if need be how bad it was, minutes, energy and one's own anger. Without a
// note it is what was written in an earlier step, where the guide asked for that.
func (w *walk) logEntry(ctx context.Context, step present.GuideStep) (string, error) {
	var draft guide.EntryDraft
	if step.Entry != nil {
		draft = *step.Entry
	}
	if step.Written != "" {
		w.paper.prose(2, w.speaker.T("cli.guide.log_note", present.Args{"Text": step.Written}))
	}
	severity := cmp.Or(draft.Severity, rapport.DefaultSeverity)
	text, err := w.line(w.speaker.T("cli.guide.log", present.Args{"What": w.speaker.Kind(draft.Kind), "N": severity}))
	if err != nil {
		return "", err
	}
	words, err := w.words(ctx)
	if err != nil {
		return "", err
	}
	named := []intake.Named{{ID: w.client.ID, Name: w.client.Name}}
	line := intake.ParseLine(`"`+w.client.Name+`" `+string(draft.Kind)+" "+text,
		intake.LineContext{Words: words, Clients: intake.NewNames(named), Today: w.today})
	e := line.Entry
	e.Client, e.Kind, e.Channel = w.client.ID, draft.Kind, cmp.Or(e.Channel, draft.Channel)
	e.Note = cmp.Or(e.Note, step.Written)
	if _, said := line.Said(intake.RoleSeverity); !said {
		e.Severity = severity
	}
	_, err = w.practice.Log(ctx, e)
	return w.stored(err)
}

// givePromise asks what is promised, and by when. Nothing promised is the step
// skipped.
func (w *walk) givePromise(ctx context.Context) (string, error) {
	what, by, err := w.dated(w.speaker.T("cli.guide.promise"), true)
	if err != nil {
		return "", err
	}
	err = w.promise(ctx, w.practice, w.client, rapport.Promise{Client: w.client.ID, What: what, By: by})
	return w.stored(err)
}

// noteOwed asks what is owed to them, and by when, if a day was agreed.
func (w *walk) noteOwed(ctx context.Context) (string, error) {
	what, due, err := w.dated(w.speaker.T("cli.guide.owed"), false)
	if err != nil {
		return "", err
	}
	_, err = w.practice.Owe(ctx, rapport.Obligation{Client: w.client.ID, Side: rapport.Ours, What: what, Due: due})
	return w.stored(err)
}

// dated asks for something and its day.
func (w *walk) dated(question string, needed bool) (what string, day rapport.Date, err error) {
	if what, err = w.line(question); err != nil {
		return "", 0, err
	}
	if what == "" {
		return "", 0, errPassed
	}
	text, err := w.line(w.speaker.T("cli.guide.day"))
	if err != nil || text == "" && !needed {
		return what, 0, err
	}
	if day, err = w.parseDay(text); err != nil {
		w.paper.prose(2, w.speaker.Error(err))
		return "", 0, errAgain
	}
	return what, day, nil
}

// stored tells a refusal a person can do something about and asks the step again;
// from a script, which would answer the same again, it ends the run.
func (w *walk) stored(err error) (string, error) {
	if err == nil {
		return guide.Done, nil
	}
	if codeOf(err) == "" || !w.out.Asking {
		return "", err
	}
	w.paper.prose(2, w.speaker.Error(err))
	return "", errAgain
}
