package book

import "testing"

// inodeOf is never asked here: there is no table of locks to look it up in.
func inodeOf(*testing.T, string) uint64 { return 0 }
