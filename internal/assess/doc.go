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
// Consensus is the third voice: what most of the user's other clients do as well has
// a cause they have in common, and that is us; what none of them does speaks a
// little for a pattern. Under three others it cannot be known, and the answer says
// with how many it compared. Only what we may have a part in is compared: how many
// threaten or refuse says nothing about the one who does.
//
// Anger counts by its purpose (Mortimer et al. 2023). An outburst right after a fault
// of ours, or in hard times, is a reaction and counts half; a threat serves to
// obtain something and counts most.
//
// The strongest covariation is an answer. A limit that was stated and crossed, an
// effort that changed nothing, a demand for payment in vain: the ladder follows
// each from the day it was said. Only order counts, so that a judgement does not
// turn on estimated dates.
//
// # The verdict
//
// The rules are asked one after the other and the first that holds decides; the list
// stands in rules.go, each rule a sentence. They come in the order in which a
// sensible adviser would ask. Is it safe? Was a clear word said, and did it fail?
// May it be their way, so that a word is due? Is there something that needs a word
// whatever its source: money, a sharp incident, blame, terms? Is it ours to mend?
// Are they struggling? Or is all well?
//
// The thresholds of the shares follow from what mistakes cost (one in three for a
// word, one in two for an ending, nine in ten to need no second try), those of the
// severities from the words of the scale.
//
// Ending takes a clear word first: stated expectations, a limit, or a demand for
// payment that went unanswered. Nobody refuses, and nobody is silent about what they
// owe, who was not asked: a refusal after silence or repeated lateness counts as
// such a demand, and so does a grave one. One or two ordinary slips over a limit end
// nothing. Threats, and abuse of the gravest kind, need no warning.
//
// Lateness is read from invoices wherever there are any; typed entries about the
// same lateness then add only what an invoice cannot know, that they refused. Late
// with a word beforehand and late in silence are different things, and what they
// contest is a dispute, not lateness.
//
// # What would change it, and what to ask
//
// [Examine] asks the judgement itself, again and again, with one thing changed. It
// thinks entries away until the verdict is another, and keeps the smallest such
// set. It lets something happen on a later day, and compares with the same day
// without it, since time alone changes verdicts too. And it answers, in every
// possible way, each question the record leaves open; the one asked is the one
// whose answer most likely changes what to do. Chances count: an answer that
// would change everything and is never given is worth no question.
//
// An answer does exactly what was imagined ([Consequences]): it becomes an entry, or
// a field of one, and is kept so that nobody is asked twice. What nobody else can
// know but the user, and no entry can say, the judgement reads from the answer.
package assess
