package book

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// freeSpace returns how many bytes we may still write in a folder.
func freeSpace(folder string) (free uint64, err error) {
	name, err := windows.UTF16PtrFromString(folder)
	if err == nil {
		err = windows.GetDiskFreeSpaceEx(name, &free, nil, nil)
	}
	if err != nil {
		return 0, fmt.Errorf("asking for the free space: %w", err)
	}
	return free, nil
}

// diskFull is what the system says when there is no room left.
const diskFull = windows.ERROR_DISK_FULL
