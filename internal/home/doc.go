// Package home knows where the program's files live, and handles the few that
// are not the book.
//
// A book is one file with everything in it. Unless told otherwise it lies in the
// user's data folder as the system defines it (the XDG folders on Linux,
// Application Support on macOS, the local application data on Windows, which
// unlike the roaming kind is not copied about the network). Beside it lies the
// sample book. The state folder holds one small pointer: which book was open
// last. It is a file of its own, so that a book opened from a stick or a synced
// folder carries nothing about this machine.
//
// Which book to open is decided by [Folders.Choose]: what was asked for, else the
// environment, else the last one, else the standard place. A remembered book that
// has gone is still the answer. Whoever opens it will find it missing and can ask
// where it went; quietly starting an empty one beside it would look like loss.
//
// The live book must never be opened except by SQLite: closing any other handle
// on it drops SQLite's locks for the whole process. [ReadPicked] and [WritePicked]
// are therefore the way to read a file the user picked and to write one, since
// both make sure it is not the book.
package home
