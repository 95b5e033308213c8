// Package present puts the program's answers into words: which sentence, in
// which order, with what emphasis. Its results are plain values that a window,
// a terminal and a file can all show, so every page can be tested without one.
//
// A [Speaker] is one language and one set of formats. It words single things
// (a [rapport.Kind], a date, an amount, an error) and whole pages:
//
//   - [Review] turns the standings of all clients into the first screen,
//   - [Client] turns one client's history and standing into theirs, and
//     [NewExamined] adds the question and what would change the answer,
//   - [Map] lays all clients out by what an hour brings and how heavy it is,
//   - [Insights] answers "is it me?" from what the clients have in common,
//   - [NewGuidesPage] and [NewGuidePage] offer a guide and take it step by step,
//     with what the book knows beside each step ([Known]),
//   - [NewEndingPage] is the way out of one engagement, [NewClaimsPage] the money
//     beside it, [NewSheetPage] what was agreed before,
//   - [NewHeadsUp], [NewCareCard] and [NewTodayPage] are for the minute before a
//     call and the beginning of a day,
//   - [NewReviewJSON], [NewMapJSON] and [NewInsightsJSON] are the same for other
//     programs.
//
// Every page can be read as text: its Passages are the same words in the same
// order, charts included.
//
// # Texts
//
// Every text stands in the catalogues of package assets, text/<area>.<lang>.json,
// as flat keys: "verdict.keep" is a text, {"one": …, "other": …} a text that
// depends on a number. Areas only divide the work; keys are one namespace. A
// Speaker loads the files of its own language and nothing else. Arguments are
// handed in as they are meant ([rapport.Date], [rapport.Money], int) and
// formatted on the way into the sentence.
//
// A key that does not exist is a programming error. It is shown as ⟦key⟧, so
// that it is seen, and a test finds it before anybody does.
//
// # Voice
//
// A page is written as if the client will read it one day: it says what happened,
// never what somebody is. Evidence speaks of both sides as the record does ("we",
// "they"); headlines, steps and questions speak to the user ("you"), in German
// with du, in Turkish with sen, in Dutch with je.
//
// # Language and formats
//
// The two are chosen apart: somebody may read English and write 30.06.2026.
// Whatever is made of words (month names, "yesterday") follows the language,
// whatever is made of figures follows the formats. Where the formats are a
// region of the language, such as American or Austrian, the words follow them
// too. Unicode's CLDR is the source of names, grouping and order.
package present
