// Package layers holds the plan of the house and a checker that walks through
// it: which package may import which, who may open a file, ask for the time or
// start a goroutine, and how long a function may grow.
//
// The rules are data, in [House]; read that file to learn how the program is
// laid out. The checker reads source with go/parser only, so it needs no build,
// no cgo and no network, sees files of every platform and build tag, and takes
// well under a second. It names every breach at once, each with file and line,
// because a list can be worked off and a first failure cannot.
//
// It reads names, not types: a local variable called os or time would be taken
// for the package. Nothing in the house is called that.
package layers
