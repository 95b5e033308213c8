// Package demo makes up practices, so that somebody who has just installed the
// program has something to look at, and the program something to be measured
// against.
//
// There are two. [Stories] is a one-person design studio with eleven clients, one
// more with whom it is half way out and another whose engagement has ended, written by
// hand so that between them they show every verdict a newcomer should see and how it
// comes about, and everything else there is to see: a trial whose day has come, a
// decision to look back on, a question nobody answered yet, promises and letters, an
// expectation sheet with a gap. [Population] is a practice of any size drawn from a
// seed: the same seed, day and sizes give the same records, ids included.
//
// Both are pure: they are handed the day it is and a function that words a
// catalogue key, and yield [Story] values that package assess can judge without
// any storage. [Fill] and [Large] store them.
//
// Every name is invented. Addresses end in .example (RFC 2606) and telephone
// numbers are those set aside for film and theatre, so nobody can be written to or
// rung up by accident.
package demo
