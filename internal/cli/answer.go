package cli

import (
	"bufio"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/practice"
	"github.com/rapport-desktop/rapport/internal/present"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

func (a *app) answerCommand() *cobra.Command {
	return a.command(spec{
		name: "answer", code: "answer", takes: [2]int{1, 3}, examples: true, complete: a.completeAnswer,
		run: func(cmd *cobra.Command, args []string) error {
			open := a.write
			if len(args) == 1 && !a.out.Asking {
				open = a.read // nothing can be answered, only shown
			}
			return open(cmd.Context(), func(ctx context.Context, p *practice.Practice) error {
				return a.reply(ctx, p, args[0], args[1:])
			})
		},
	})
}

// reply finds the question and its answer in the words given, asks a person for
// what is missing, and stores the answer. A script is only told what it can say.
func (a *app) reply(ctx context.Context, p *practice.Practice, name string, words []string) error {
	file, err := a.file(ctx, p, name)
	if err != nil {
		return err
	}
	x, err := p.Examine(ctx, file.History.Client.ID)
	if err != nil {
		return err
	}
	s, page := a.say(ctx), a.pageOf(ctx, file)
	page.Examined = present.NewExamined(s, file.History, file.Standing.Assessment, x)
	question, option, err := understand(page.Question, words)
	if err != nil {
		return err
	}
	if question == "" {
		a.sayDone(ctx, "cli.answer.nothing", present.Args{"Client": file.History.Client.Name, "Verdict": file.Standing.Assessment.Verdict})
		return nil
	}
	if option == "" {
		if option = a.inquire(s, page); option == "" {
			return nil
		}
	}
	return a.record(ctx, p, file, question, option)
}

// understand tells question and answer among the words behind a client. One word
// is an answer to the question that is asked, or the question itself; an empty
// question means that none is asked, an empty option that none was given.
func understand(card *present.QuestionCard, words []string) (question, option string, err error) {
	if card != nil {
		question = card.Code
	}
	switch len(words) {
	case 0:
		return question, "", nil
	case 2:
		return coded(words[0]), coded(words[1]), nil
	}
	if card == nil {
		return "", "", rapport.Refuse(errNoQuestion, rapport.Args{"value": words[0]})
	}
	if word := coded(words[0]); word == question {
		return question, "", nil
	}
	codes := make([]string, len(card.Options))
	for i, o := range card.Options {
		if intake.Fold(words[0]) == intake.Fold(o.Label) || coded(words[0]) == o.Code || words[0] == strconv.Itoa(i+1) {
			return question, o.Code, nil
		}
		codes[i] = o.Code
	}
	return "", "", rapport.Refuse(errAnswer, rapport.Args{"value": words[0], "answers": likely(codes)})
}

// coded makes a code of a word as people type it.
func coded(word string) string { return strings.ReplaceAll(intake.Fold(word), "-", "_") }

// printQuestion writes the question, what each answer leads to, and how to answer.
func (a *app) printQuestion(s *present.Speaker, page present.ClientPage) {
	card := page.Question
	if card == nil {
		return
	}
	a.passage(s.T("cli.show.ask"), card.Text, card.Why)
	a.printAnswers(s, 2, page)
}

// printAnswers writes each answer by its code, and what to type to give one.
func (a *app) printAnswers(s *present.Speaker, indent int, page present.ClientPage) {
	a.printOptions(a.paper, page.Question.Options, func(_ int, o present.OptionButton) string { return o.Code })
	a.paper.prose(indent, s.T("cli.show.type", present.Args{"Line": answerLine(page.Client, page.Question.Options)}))
}

// printOptions writes the answers there are, each below its mark, and the verdict
// it leads to.
func (a *app) printOptions(p *paper, options []present.OptionButton, mark func(int, present.OptionButton) string) {
	t := newTable(column{}, column{fit: flows}, column{})
	for i, o := range options {
		t.put(cell{text: mark(i, o), paint: p.bold}, cell{text: o.Label},
			cell{text: o.Word, paint: func(text string) string { return p.hue(o.Verdict, text) }})
	}
	p.table(4, t)
}

// answerLine is what to type to answer.
func answerLine(c rapport.Client, options []present.OptionButton) string {
	codes := make([]string, len(options))
	for i, o := range options {
		codes[i] = o.Code
	}
	return programName + " answer " + typed(c.Name) + " " + strings.Join(codes, "|")
}

// inquire puts the question to a person and returns the answer chosen, "" for
// none. Where nobody sits it is only shown.
func (a *app) inquire(s *present.Speaker, page present.ClientPage) string {
	card := page.Question
	if card == nil {
		return ""
	}
	if !a.out.Asking {
		a.paper.prose(0, card.Text)
		a.paper.prose(0, card.Why)
		a.printAnswers(s, 0, page)
		return ""
	}
	a.margin.prose(0, card.Text)
	a.margin.prose(0, card.Why)
	a.printOptions(a.margin, card.Options, func(i int, _ present.OptionButton) string { return strconv.Itoa(i + 1) })
	a.margin.prose(0, s.T("cli.ask.number"))
	if a.margin.flush() != nil {
		return ""
	}
	line, err := bufio.NewReader(a.out.In).ReadString('\n')
	n, wrong := strconv.Atoi(strings.TrimSpace(line))
	if err != nil || wrong != nil || n < 1 || n > len(card.Options) {
		a.margin.prose(0, s.T("cli.answer.stopped"))
		return ""
	}
	return card.Options[n-1].Code
}

// record stores an answer, and says what it did to the record and to the verdict.
func (a *app) record(ctx context.Context, p *practice.Practice, file practice.ClientFile, question, option string) error {
	follows, err := assess.Consequences(file.History, question, option, a.today)
	if err != nil {
		return err
	}
	if err := p.Answer(ctx, file.History.Client.ID, question, option); err != nil {
		return err
	}
	after, err := p.Client(ctx, file.History.Client.ID)
	if err != nil {
		return err
	}
	s, t := a.say(ctx), newTable(column{}, column{}, column{fit: flows})
	for _, list := range []struct {
		what    string
		entries []rapport.Entry
	}{{s.T("cli.answer.added"), follows.Add}, {s.T("cli.answer.changed"), follows.Change}} {
		for _, e := range list.entries {
			t.put(cell{text: list.what, paint: a.paper.dim}, cell{text: s.Date(e.On)}, cell{text: s.What(e)})
		}
	}
	a.paper.prose(0, s.T("cli.answer.kept"))
	if option == assess.DontKnow {
		a.paper.prose(0, s.T("cli.answer.rests"))
	}
	a.paper.table(2, t)
	a.paper.prose(0, a.turned(ctx, file.Standing.Assessment, after.Standing.Assessment))
	return nil
}

// completeAnswer completes a client, then the answers to the question asked.
func (a *app) completeAnswer(cmd *cobra.Command, args []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.clientNames(cmd, begun), cobra.ShellCompDirectiveNoFileComp
	}
	var codes []string
	a.quietly(cmd, func(ctx context.Context, p *practice.Practice) error {
		file, err := a.file(ctx, p, args[0])
		if err != nil {
			return err
		}
		x, err := p.Examine(ctx, file.History.Client.ID)
		if err != nil {
			return err
		}
		card := present.NewExamined(a.say(ctx), file.History, file.Standing.Assessment, x).Question
		if card == nil {
			return nil
		}
		for _, o := range card.Options {
			codes = append(codes, cobra.CompletionWithDesc(o.Code, o.Label))
		}
		return nil
	})
	return slices.Compact(codes), cobra.ShellCompDirectiveNoFileComp
}
