// Package desktop is the shell of the window: it opens the book, holds the rail
// and the screen shown now, carries the menus and their keys, and runs every deed
// away from the user's hands.
//
// # One place for concurrency
//
// The worker (worker.go) owns the only goroutines of the window and is the only
// place that steps back onto the toolkit's own. Deeds run one after another in
// the order they were asked for, so a screen that reloads after a deed sees it;
// one that takes longer than a second shows itself and can be cancelled. Screens
// know nothing of this: they hand a job and what to do when it is done to their
// [screen.Host].
//
// # One book, one window
//
// The book's lock decides who opens it. A second start that finds it locked asks
// the first window, over a socket of the user's own, to come to the front, and
// leaves. See instance.go.
//
// # What a change does
//
// After the commit the practice announces it; the worker brings the announcement
// here; the visible screen reloads if the change concerns it, the others are
// marked stale and reload when they are next shown.
package desktop
