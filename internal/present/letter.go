package present

import (
	"regexp"
	"slices"
	"strings"

	"github.com/rapport-desktop/rapport/internal/assess"
	"github.com/rapport-desktop/rapport/internal/interest"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// LetterFacts is what the book knows about a client when a letter is written to
// them. The records come as they are kept: the letter picks out what is overdue,
// open or latest by itself.
type LetterFacts struct {
	History assess.History
	Way     rapport.Way
	Claims  []interest.Claim // what may be claimed for late payment, for interest_claim
	Sender  string           // who signs: the name of the practice
	Helper  string           // who is brought in, for bring_in
	Firm    string           // what the sender does not negotiate about, one a line
	Today   rapport.Date
	About   rapport.ID // the entry or the promise it is about; zero lets the letter choose
}

// The kinds of letter, which are the codes of their templates: the texts
// letter.<kind>.title, .use (when to write it) and, for each style,
// letter.<kind>.<style>.subject and .body.
const (
	letterReminder     = "reminder"
	letterDemand       = "demand"
	letterPaymentPlan  = "payment_plan"
	letterInterest     = "interest_claim"
	letterExpectations = "expectations"
	letterBoundary     = "boundary"
	letterFirmNo       = "firm_no"
	letterApology      = "apology"
	letterOffer        = "offer"
	letterHalfWay      = "half_way"
	letterExplain      = "explain"
	letterYesAnd       = "yes_and"
	letterRenegotiate  = "renegotiate"
	letterInsultReply  = "insult_reply"
	letterThreatReply  = "threat_reply"
	letterBringIn      = "bring_in"
	letterLookBack     = "look_back"
	letterThanks       = "thanks"
	letterFlourish     = "flourish"
	letterPromiseMoved = "promise_moved"
	letterNotice       = rapport.LetterNotice
	letterClosing      = rapport.LetterClosing
)

// LetterKinds returns the code of every kind of letter, in the order they are
// offered.
func LetterKinds() []string {
	return []string{
		letterThanks, letterFlourish, letterOffer, letterLookBack, letterExpectations, letterPromiseMoved,
		letterApology, letterExplain, letterYesAnd, letterHalfWay, letterBringIn,
		letterBoundary, letterFirmNo, letterInsultReply, letterThreatReply, letterRenegotiate,
		letterReminder, letterDemand, letterPaymentPlan, letterInterest,
		letterNotice, letterClosing,
	}
}

// The styles a letter is written in.
const (
	styleFormal   = "formal"   // German Sie, Turkish siz, Dutch u
	styleFriendly = "friendly" // German du, Turkish sen, Dutch je
)

// LetterStyles returns the code of every style, the safer one first.
func LetterStyles() []string { return []string{styleFormal, styleFriendly} }

// LettersFor returns the kinds that fit a verdict, the most fitting first. There
// is always one.
func LettersFor(v rapport.Verdict) []string {
	switch v {
	case rapport.ExtraMile:
		return []string{letterOffer, letterPaymentPlan, letterLookBack}
	case rapport.Mend:
		return []string{letterApology, letterPromiseMoved, letterExplain}
	case rapport.Trial:
		return []string{letterBoundary, letterExpectations, letterHalfWay}
	case rapport.Renegotiate:
		return []string{letterRenegotiate, letterDemand, letterReminder, letterPaymentPlan}
	case rapport.End:
		return []string{letterNotice, letterDemand, letterClosing}
	case rapport.Safety:
		return []string{letterThreatReply, letterInsultReply, letterNotice}
	case rapport.Unclear:
		return []string{letterExpectations, letterExplain, letterYesAnd}
	default:
		return []string{letterThanks, letterFlourish}
	}
}

// LetterLanguage is the language to write to a client in: theirs if the program
// speaks it, else the window's.
func LetterLanguage(c rapport.Client, window Language) Language {
	if l := Language(c.Reach.Language); slices.Contains(Languages(), l) {
		return l
	}
	return window
}

// WriteLetter drafts a letter from what the book knows. Its language is the
// reader's; the formats are kept where they are a region of that language and
// replaced by the language's own otherwise. Whatever the book does not know stays
// as a [blank in brackets] for the writer to fill in, and so does whatever it
// knows only in the writer's private words: a note is never quoted.
//
// An unknown kind or style is a programming error and shows as ⟦key⟧.
func WriteLetter(l Language, f Formats, kind, style string, facts LetterFacts) (subject, body string) {
	w := letterWriter{Speaker: NewSpeaker(l, FormatsFor(l, string(f))), LetterFacts: facts, kind: kind, style: style}
	args, n := w.args(), len(w.invoices())
	key := "letter." + kind + "." + style
	body = strings.Join([]string{w.greeting(), w.worded(key+".body", n, args), w.signature()}, "\n\n")
	return tidy(w.worded(key+".subject", n, args)), tidy(body)
}

// letterWriter writes one letter.
type letterWriter struct {
	*Speaker
	LetterFacts
	kind, style string
}

// worded fills a text, in the plural form of the number of open invoices where it
// has such forms. Where the book knows of none the letter speaks of one, in blanks.
func (w letterWriter) worded(key string, invoices int, args Args) string {
	if w.counted(key) {
		return w.N(key, max(1, invoices), args)
	}
	return w.T(key, args)
}

// blank is a gap for the writer to fill in, in brackets.
func (w letterWriter) blank(code string) string { return w.T("letter.blank." + code) }

// or is a text, or a blank where there is none.
func (w letterWriter) or(text, blank string) string {
	if text = strings.TrimSpace(text); text == "" {
		return w.blank(blank)
	}
	return text
}

// nearDay writes a day as a sentence does, without its year while that is clear.
// No day is a blank.
func (w letterWriter) nearDay(d rapport.Date) string {
	if d.IsZero() {
		return w.blank("day")
	}
	return w.Day(d, w.Today)
}

// fullDay writes a day that may be read again much later, where money and notice
// hang on it: 30 June 2026. No day is a blank.
func (w letterWriter) fullDay(d rapport.Date) string {
	if d.IsZero() {
		return w.blank("day")
	}
	return w.dayOfYear(d, w.names.MonthWide(d.Time().Month()))
}

func (w letterWriter) signature() string {
	return w.T("letter.close."+w.style) + "\n" + w.or(w.Sender, "sender")
}

var (
	spaces = regexp.MustCompile(`[ \t]{2,}`)
	edges  = regexp.MustCompile(`[ \t]*\n[ \t]*`)
	gaps   = regexp.MustCompile(`\n{3,}`)
)

// tidy closes the gaps that a sentence leaves where there was nothing to say.
func tidy(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = edges.ReplaceAllString(spaces.ReplaceAllString(text, " "), "\n")
	return strings.TrimSpace(gaps.ReplaceAllString(text, "\n\n"))
}
