//go:build !windows

package book

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// freeSpace returns how many bytes we may still write in a folder.
func freeSpace(folder string) (uint64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		return 0, fmt.Errorf("asking for the free space: %w", err)
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil
}

// diskFull is what the system says when there is no room left.
const diskFull = unix.ENOSPC
