// Package paper sets a [present.Document] on paper: as HTML that stands alone in one
// file, and as PDF.
//
// [HTML] is the accessible one: headings, lists and tables are what they look like, the
// language is named, nothing runs and nothing is fetched, so that it can be read aloud,
// searched, and copied from letter by letter.
//
// [PDF] looks the same everywhere: A4, in Noto Sans. It is set by hand, line by line,
// since lengths vary from a word to a note of a megabyte. The same document gives the
// same bytes: its day stands in the file instead of the time of writing, so that two
// copies can be compared. A character the font lacks becomes U+FFFD and is owned up to
// in a remark at the end.
//
// Words come in final: nothing here knows a language.
package paper
