//go:build !windows

package book

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// R37: a folder, or only the file, that cannot be written; closed cleanly, and
// with a log still waiting. Root may write anywhere, so the look is taken by a
// child without rights.
func TestAReadOnlyPlaceIsReadAndNeverWritten(t *testing.T) {
	for _, test := range []struct {
		name         string
		folder, file os.FileMode
		killed       bool
	}{
		{"read-only folder", 0o555, 0o444, false},
		{"read-only folder after a crash", 0o555, 0o444, true},
		{"read-only file", 0o777, 0o444, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := openFolder(t)
			path := filepath.Join(folder, "book")
			closedBook(t, path)
			want := "ENTRIES 1\n"
			if test.killed {
				w := start(t, "write", path)
				if !w.lines.Scan() {
					t.Fatal("the child wrote nothing")
				}
				w.kill()
				want = ""
			}
			before := fileBytes(t, path)
			files, _ := filepath.Glob(path + "*")
			for _, f := range files {
				if err := os.Chmod(f, test.file); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Chmod(folder, test.folder); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
			out := lookWithoutRights(t, path)
			if want != "" && out != want || want == "" && out <= "ENTRIES 1\n" {
				t.Errorf("the look says %q", out)
			}
			if !bytes.Equal(before, fileBytes(t, path)) {
				t.Error("the book was changed")
			}
		})
	}
}

// openFolder is a temporary folder that anybody can enter.
func openFolder(t *testing.T) string {
	folder, err := os.MkdirTemp("", "rapport-book-test-")
	if err == nil {
		err = os.Chmod(folder, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// lookWithoutRights runs the look as nobody when we are root, from a copy of the
// test binary that nobody can reach.
func lookWithoutRights(t *testing.T, path string) string {
	t.Helper()
	cmd := command(t, "look", path)
	if os.Geteuid() == 0 {
		binary := filepath.Join(openFolder(t), "look.test")
		if err := copyExecutable(os.Args[0], binary); err != nil {
			t.Fatal(err)
		}
		const nobody = 65534
		cmd.Path = binary
		cmd.Dir = filepath.Dir(binary)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("looking: %v: %s", err, out)
	}
	return string(out)
}

func copyExecutable(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o755)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

// inodeOf is the number the kernel knows a file by.
func inodeOf(t *testing.T, path string) uint64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return uint64(info.Sys().(*syscall.Stat_t).Ino)
}
