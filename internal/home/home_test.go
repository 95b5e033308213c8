package home

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// lodge returns folders of a test; none exists yet, and the system's runtime
// folder above the last one does.
func lodge(t *testing.T) Folders {
	t.Helper()
	// Not t.TempDir, whose path carries the test's name and leaves a socket no room.
	root, err := os.MkdirTemp("", "home")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(root) })
	run := filepath.Join(root, "run")
	if err := os.Mkdir(run, 0o700); err != nil {
		t.Fatal(err)
	}
	return Folders{
		Data:    filepath.Join(root, "data", "rapport"),
		State:   filepath.Join(root, "state", "rapport"),
		Runtime: filepath.Join(run, "rapport"),
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestStandardFoldersFollowTheEnvironment(t *testing.T) {
	root := t.TempDir()
	t.Setenv("XDG_DATA_HOME", filepath.Join(root, "d"))
	t.Setenv("XDG_STATE_HOME", filepath.Join(root, "s"))
	t.Setenv("XDG_RUNTIME_DIR", filepath.Join(root, "r"))
	got, err := Standard()
	if err != nil {
		t.Fatal(err)
	}
	want := Folders{filepath.Join(root, "d", "rapport"), filepath.Join(root, "s", "rapport"), filepath.Join(root, "r", "rapport")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if entries, _ := os.ReadDir(root); len(entries) > 0 {
		t.Error("asking made folders:", entries)
	}
}

func TestWithoutAHomeThereIsNoStandardPlace(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows knows its folders without variables")
	}
	for _, name := range []string{"XDG_DATA_HOME", "XDG_STATE_HOME"} {
		t.Setenv(name, "")
	}
	for _, home := range []string{"", "relative"} {
		t.Setenv("HOME", home)
		if got, err := Standard(); !errors.Is(err, ErrNoHome) {
			t.Errorf("HOME=%q: got %v, %v", home, got, err)
		}
	}
	t.Setenv("HOME", "")
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	if _, err := Standard(); err != nil {
		t.Error("both folders are named, the home is not needed:", err)
	}
}

func TestFoldersAreMadeForTheirUserOnly(t *testing.T) {
	f := lodge(t)
	for range 2 { // the second time they exist
		if err := f.Make(); err != nil {
			t.Fatal(err)
		}
	}
	for _, folder := range []string{f.Data, f.State} {
		info, err := os.Stat(folder)
		if err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
			t.Errorf("%s is open to others: %v", folder, info.Mode())
		}
	}
	write(t, filepath.Join(f.Data, "file"), "")
	blocked := Folders{Data: filepath.Join(f.Data, "file", "below"), State: f.State}
	if err := blocked.Make(); !errors.Is(err, ErrFolder) {
		t.Error("a folder below a file:", err)
	}
}

func TestTheBookIsChosenInOrder(t *testing.T) {
	f := lodge(t)
	abs := func(name string) string {
		path, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	steps := []struct {
		name, asked, environment, remember string
		want                               Choice
	}{
		{"nothing known", "", "", "", Choice{f.Book(), Usual}},
		{"one remembered, though it is gone", "", "", abs("gone.rapport"), Choice{abs("gone.rapport"), Remembered}},
		{"the environment before the remembered", "", "env.rapport", "", Choice{abs("env.rapport"), Environment}},
		{"the one asked for before all", "./a/../asked.rapport", "env.rapport", "", Choice{abs("asked.rapport"), Asked}},
		{"the last remembered counts", "", "", f.Sample(), Choice{f.Sample(), Remembered}},
	}
	for _, s := range steps {
		if s.remember != "" {
			if err := f.Remember(s.remember); err != nil {
				t.Fatal(err)
			}
		}
		got, err := f.Choose(s.asked, s.environment)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s.want, got); diff != "" {
			t.Errorf("%s: %s", s.name, diff)
		}
	}
}

func TestTheSampleIsABookOfItsOwn(t *testing.T) {
	f := lodge(t)
	if f.Book() == f.Sample() || filepath.Dir(f.Sample()) != f.Data {
		t.Error(f.Book(), f.Sample())
	}
}

func TestADamagedPointerIsToldAndNotTakenForNone(t *testing.T) {
	f := lodge(t)
	for _, content := range []string{"", "\n", "relative\n", f.Book(), f.Book() + "\x00\n"} {
		write(t, f.pointer(), content)
		if got, err := f.Choose("", ""); !errors.Is(err, ErrPointer) {
			t.Errorf("pointer %q: got %v, %v", content, got, err)
		}
		if _, err := f.Choose("other.rapport", ""); err != nil {
			t.Errorf("pointer %q is not needed for a book asked for: %v", content, err)
		}
	}
	if err := f.Remember(f.Book()); err != nil {
		t.Fatal("opening a book mends the pointer:", err)
	}
	if got, err := f.Last(); err != nil || got != f.Book() {
		t.Error(got, err)
	}
}

func TestAPointerThatIsAFolderIsDamaged(t *testing.T) {
	f := lodge(t)
	if err := os.MkdirAll(f.pointer(), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Last(); !errors.Is(err, ErrPointer) {
		t.Error(err)
	}
	if err := f.Remember(f.Book()); !errors.Is(err, ErrFileUnwritten) {
		t.Error(err)
	}
	if left, _ := os.ReadDir(f.State); len(left) != 1 {
		t.Error("a temporary file stayed behind:", left)
	}
}

func TestAnyPathIsRememberedByteForByte(t *testing.T) {
	f := lodge(t)
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SliceOfN(rapid.Byte().Filter(func(b byte) bool { return b != 0 && b != '/' && b != '\\' }), 1, 60).Draw(t, "name")
		book := filepath.Join(f.Data, string(name))
		if err := f.Remember(book); err != nil {
			t.Fatal(err)
		}
		if got, err := f.Last(); err != nil || got != book {
			t.Fatalf("got %q, %v, want %q", got, err, book)
		}
	})
}

func TestEveryBookHasOneSocket(t *testing.T) {
	f := lodge(t)
	write(t, f.Book(), "")
	link := filepath.Join(f.Data, "link.rapport")
	if err := os.Symlink(f.Book(), link); err != nil {
		t.Skip("no links here:", err)
	}
	socket := func(book string) string {
		t.Helper()
		path, err := f.Instance(book)
		if err != nil {
			t.Fatal(err)
		}
		if len(path) > socketRoom {
			t.Errorf("%d bytes are too many for a socket: %s", len(path), path)
		}
		return path
	}
	one := socket(f.Book())
	if filepath.Dir(one) != f.Runtime {
		t.Error("not in the runtime folder:", one)
	}
	if socket(link) != one || socket(filepath.Join(f.Data, ".", "x", "..", filepath.Base(f.Book()))) != one {
		t.Error("one book by two names has two sockets")
	}
	if socket(f.Sample()) == one {
		t.Error("two books share a socket")
	}
	os.RemoveAll(filepath.Dir(f.Runtime))
	if got := socket(f.Book()); filepath.Dir(got) != f.State {
		t.Error("without a runtime folder the state folder serves, not", got)
	}
	f.State = filepath.Join(f.State, strings.Repeat("deep/", 20))
	long := socket(f.Book())
	defer os.RemoveAll(filepath.Dir(long))
	if info, err := os.Stat(filepath.Dir(long)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Error("a socket among temporary files needs a private folder:", info, err)
	}
}

func TestASocketIsNotPutWhereOthersMayReach(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("temporary folders are private there")
	}
	f := lodge(t)
	t.Setenv("TMPDIR", filepath.Dir(filepath.Dir(f.Data)))
	f.Runtime, f.State = "/nowhere/at/all", filepath.Join(f.State, strings.Repeat("deep/", 20))
	path, err := f.Instance(f.Book())
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(path)
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Instance(f.Book()); !errors.Is(err, ErrFolder) {
		t.Error("others may enter:", err)
	}
	if err := errors.Join(os.Remove(folder), os.Mkdir(folder+"x", 0o700), os.Symlink(folder+"x", folder)); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Instance(f.Book()); !errors.Is(err, ErrFolder) {
		t.Error("a link somebody laid:", err)
	}
}

func TestPickedFilesAreReadWhole(t *testing.T) {
	f := lodge(t)
	file := filepath.Join(f.Data, "Zoë ?#%.csv")
	write(t, file, "client,date\n")
	got, err := ReadPicked(file, f.Book())
	if err != nil || string(got) != "client,date\n" {
		t.Error(string(got), err)
	}
	if got, err := readPicked(file, "", 12); err != nil || len(got) != 12 {
		t.Error("a file of exactly the limit:", got, err)
	}
	for name, c := range map[string]struct {
		path string
		want *rapport.Problem
	}{
		"a missing file": {filepath.Join(f.Data, "gone.csv"), ErrFileMissing},
		"a folder":       {f.Data, ErrFileNotPlain},
		"below a file":   {filepath.Join(file, "x"), ErrFileUnread},
	} {
		if _, err := ReadPicked(c.path, f.Book()); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := readPicked(file, "", 11); !errors.Is(err, ErrFileTooLarge) {
		t.Error("a file over the limit:", err)
	}
}

func TestTheBookIsNeitherReadNorReplaced(t *testing.T) {
	f := lodge(t)
	book := f.Book()
	for _, end := range companions {
		write(t, book+end, "untouched")
	}
	names := []string{filepath.Join(f.Data, "x", "..", bookName)}
	for _, end := range companions {
		names = append(names, book+end)
	}
	hard, soft := filepath.Join(f.Data, "hard"), filepath.Join(f.Data, "soft")
	if err := errors.Join(os.Link(book, hard), os.Symlink(book, soft)); err == nil {
		names = append(names, hard, soft)
	}
	for _, name := range names {
		if _, err := ReadPicked(name, book); !errors.Is(err, ErrFileIsBook) {
			t.Errorf("reading %s: %v", name, err)
		}
		if err := WritePicked(name, book, []byte("gone")); !errors.Is(err, ErrFileIsBook) {
			t.Errorf("writing %s: %v", name, err)
		}
	}
	fresh := filepath.Join(f.Data, "fresh.rapport")
	if err := WritePicked(fresh+"-wal", fresh, nil); !errors.Is(err, ErrFileIsBook) {
		t.Error("beside a book that is not there yet:", err)
	}
	for _, end := range companions {
		if got, err := os.ReadFile(book + end); err != nil || string(got) != "untouched" {
			t.Error(end, string(got), err)
		}
	}
	if err := WritePicked(book+".csv", book, []byte("fine")); err != nil {
		t.Error("a name that only begins like the book's:", err)
	}
}

func TestPickedFilesAreWrittenAllOrNothing(t *testing.T) {
	f := lodge(t)
	target := filepath.Join(f.Data, "journal.csv")
	write(t, target, "old and longer than new")
	link := filepath.Join(f.Data, "link.csv")
	if err := os.Symlink(target, link); err != nil {
		t.Skip("no links here:", err)
	}
	if err := WritePicked(link, "", []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(target); !bytes.Equal(got, []byte("new")) {
		t.Errorf("got %q", got)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced instead of what it points to")
	}
	if info, _ := os.Stat(target); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Error("others may read an export:", info.Mode())
	}
	if err := WritePicked(f.Data, "", nil); !errors.Is(err, ErrFileNotPlain) {
		t.Error("over a folder:", err)
	}
	if err := WritePicked(filepath.Join(f.Data, "none", "x.csv"), "", nil); !errors.Is(err, ErrFileUnwritten) {
		t.Error("into a folder that is not there:", err)
	}
	if entries, _ := os.ReadDir(f.Data); len(entries) != 2 {
		t.Error("something stayed behind:", entries)
	}
}

func TestWhatIsThereIsTakenAndNothingIsOpenedToFindOut(t *testing.T) {
	folder := t.TempDir()
	file, book := filepath.Join(folder, "x.csv"), filepath.Join(folder, "book")
	write(t, file, "x")
	write(t, book, "x")
	for path, want := range map[string]struct {
		taken bool
		err   error
	}{
		file:                         {true, nil},
		filepath.Join(folder, "new"): {false, nil},
		folder:                       {false, ErrFileNotPlain},
		book:                         {false, ErrFileIsBook},
		book + "-wal":                {false, ErrFileIsBook},
		filepath.Join(file, "x.csv"): {false, ErrFileUnwritten},
	} {
		if taken, err := Taken(path, book); taken != want.taken || !errors.Is(err, want.err) {
			t.Errorf("%s: %v, %v", path, taken, err)
		}
	}
	long := filepath.Join(folder, strings.Repeat("q", 255))
	if err := WritePicked(long, book, []byte("x")); err != nil {
		t.Errorf("a name of 255 bytes: %v", err)
	}
}
