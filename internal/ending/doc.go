// Package ending works out how an engagement can come to a decent end: what is still
// in the way, which periods run, and the earliest last day.
//
// An ending is locked. The other side's story was written down first; each thing that
// may be owed was asked about; what was promised, by either side, is delivered or
// waived with a reason; a night lies between the decision and the letter; the time
// given to put things right is over; notice was served and has run. Money they owe
// does not lock it: the claim lives on after the last day.
//
// Days are counted so that nobody is short of one. A period begins the day after the
// one it is counted from, its last day belongs to it, and the engagement may end on
// the last day of the notice. Working days are Monday to Friday; public holidays
// differ by place and are not known here.
//
// Everything here is pure: a plan and the records go in, a [Status] comes out.
package ending
