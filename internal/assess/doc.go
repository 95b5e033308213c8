// Package assess judges an engagement: how heavy it is now, where the trouble
// comes from, what has been tried, and what to do. It is pure. The same history
// gives the same answer on any machine, and an answer can be had for any day of
// the past, because nothing dated after the day exists for it. It never reads
// free text.
//
// # Two questions, kept apart
//
// Strain says how heavy a relationship is, 0 to 100, from whatever cost us
// something, whoever was right. Source says where the trouble comes from: a
// pattern of theirs, their circumstances, or us. What it costs us to feel
// (energy, unbilled time) moves strain and never the source: dislike is no
// evidence.
//
// # Weighing
//
// Each entry is a piece of evidence with a weight in decibans, ten times the
// logarithm of how many times likelier it is under one explanation than under
// another; weights of independent evidence add up (I. J. Good, Probability and
// the Weighing of Evidence, 1950, after Turing). The table in weights.go holds
// every one of them. Evidence that is not independent is damped first: what
// happens on one day, or in one bad week, is mostly one story, and one kind of
// entry alone is capped. Evidence fades with a half-life, slower for what lasts
// in people (threats, contempt) than for what is a matter of the month.
//
// The sums are then compared as odds. Their distance is worded as Jeffreys did
// (Theory of Probability, appendix B): under 5 decibans barely, from 5
// substantial, from 10 strong, from 20 decisive.
//
// # Covariation
//
// No single entry tells a way of being from a bad quarter. Their arrangement
// does: an effect belongs to the cause it varies with (H. H. Kelley, The
// Processes of Causal Attribution, 1973). Trouble month after month (consistency)
// and in every part of the work (low distinctiveness) belongs to them; trouble
// after a long calm, or after a hardship began, to their situation; rules broken
// that nobody had stated, to us. People over-blame character in others and
// situation in themselves, which is why the program computes this.
//
// The strongest covariation is an answer. A limit that was stated and crossed, an
// effort that changed nothing, a demand for payment in vain: the ladder follows
// each from the day it was said. Only order counts, so that a judgement does not
// turn on estimated dates.
//
// # The verdict
//
// The rules in rules.go are asked one after the other and the first that holds
// decides. Ending takes a clear word first: stated expectations, a limit, or a
// demand for payment that went unanswered. Silence while a refusal stands counts
// as such, and so does a refusal of the gravest kind, since nobody refuses who
// was not asked. Threats and abuse of the gravest kind need no warning.
//
// Lateness is read from invoices wherever there are any; typed entries about the
// same lateness then add only what an invoice cannot know, that they refused.
package assess
