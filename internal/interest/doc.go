// Package interest works out what the law allows to be claimed for a late payment:
// simple interest on the open balance, and a flat sum where there is one.
//
// The balance changes with each part payment and the rate with each period of the
// law, so a claim is a list of spans, each with its balance, its rate and its days:
// Σ balance · rate/100 · days/365. The year has 365 days for this in a leap year as
// well, and each span is rounded by itself, half a unit away from zero, so that a
// claim can be checked line by line.
//
// Interest runs from the day after the invoice was due, up to and with the day asked
// for. The day money comes in still bears interest on what was open that morning.
//
// Which rate holds is data, read by [Read] from a file that names for each series who
// publishes it and the day it was looked up. In most countries each period has its
// own rate. In the United Kingdom the rate of the day on which interest begins holds
// to the end (SI 2002/1675). A day without a rate is refused with the place to look it
// up: nothing is guessed, and [Table.With] adds what a user found.
//
// Dutch law adds the interest of each full year to the debt (BW 6:119 (2), 6:119a (3)).
// That is not done: a Dutch claim of more than a year stays below what may be claimed,
// and is never above it.
//
// Two questions the law leaves to a program are answered here so: an invoice paid
// late and since settled bears no claim today, because nothing of it is open; the
// claim as it stood on an earlier day can be asked for with that day. And interest is
// worked out in the currency of the invoice whatever the country, while a flat sum is
// claimed only in the currency the law names it in.
//
// What comes out is information and no legal advice, which whoever shows it says.
package interest
