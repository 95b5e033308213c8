package rapport

// Way is what goes on with a client beside the record of what happened: our word
// given, expectations written down, guides and letters under way, reminders to
// oneself, and the way out where one was begun.
type Way struct {
	Promises  []Promise
	Sheet     *Sheet // nil while nobody wrote one or chose to do without
	Surprises []Surprise
	Flags     []Flag // lifted and past ones included
	Runs      []Run
	Letters   []Letter
	Threats   []ThreatCase
	EndPlan   *EndPlan // the latest one, finished or not; nil where none was begun
}

// Helper is somebody the user can turn to when a matter grows too big for one.
type Helper struct {
	Name  string
	For   string // what they help with: "law", "a second opinion"
	Reach string // phone, mail, or where to find them
}

// Due is one thing to see to, on or about its day.
type Due struct {
	Code   DueCode
	Client ID
	Name   string // of the client
	Day    Date
	What   string // what is meant, as the code says
	ID     ID     // the record it is about
	Side   Side   // of an obligation
	Amount Money  // of an overdue invoice: what is open
}

// DueCode says what is to be seen to.
type DueCode string

// What can be due, with the meaning of Day, What and ID.
const (
	DueTrial        DueCode = "trial"         // day to look again; the verdict chosen; the decision
	DueLookBack     DueCode = "look_back"     // day of the decision; the verdict chosen; the decision
	DuePromise      DueCode = "promise"       // our word is due; what was promised; the promise
	DueObligation   DueCode = "obligation"    // what we owe is due; what it is; the obligation
	DueOverdue      DueCode = "overdue"       // day the invoice was due; its number; the invoice
	DueReminderBack DueCode = "reminder_back" // a hardship's day to look again: reminders are no longer paused; nothing; its entry
	DueFlag         DueCode = "flag"          // last day a flag shows; its reason; the flag
	DueLetterHeld   DueCode = "letter_held"   // first day a held letter may go out; its kind; the letter
	DueLastDay      DueCode = "last_day"      // last day of an engagement that is ending; nothing; the plan
	DueRun          DueCode = "run"           // day a guide was last worked on; its code; the run
	DueRerate       DueCode = "rerate"        // day after something was rated in anger; its kind; the entry
)

// DueCodes returns every code, in the order they are listed within a day.
func DueCodes() []DueCode {
	return []DueCode{DuePromise, DueObligation, DueOverdue, DueTrial, DueLastDay, DueReminderBack,
		DueLetterHeld, DueRerate, DueLookBack, DueRun, DueFlag}
}
