package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEventsAreCounted(t *testing.T) {
	const start = `{"Action":"start","Package":"p"}` + "\n"
	for name, c := range map[string]struct {
		events string
		want   tally
		says   string
	}{
		"a test that passes": {
			`{"Action":"run","Package":"p","Test":"A"}
{"Action":"output","Package":"p","Test":"A","Output":"quiet\n"}
{"Action":"pass","Package":"p","Test":"A"}
{"Action":"output","Package":"p","Output":"PASS\n"}
{"Action":"output","Package":"p","Output":"ok  p 1s\n"}
{"Action":"pass","Package":"p"}`, tally{passed: 1}, "ok  p 1s\n"},
		"subtests count and the test around them does not": {
			`{"Action":"run","Package":"p","Test":"A"}
{"Action":"run","Package":"p","Test":"A/one"}
{"Action":"run","Package":"p","Test":"A/two"}
{"Action":"pass","Package":"p","Test":"A/one"}
{"Action":"skip","Package":"p","Test":"A/two"}
{"Action":"pass","Package":"p","Test":"A"}
{"Action":"pass","Package":"p"}`, tally{passed: 1, skipped: 1}, ""},
		"a failing subtest counts once and is printed with its parent": {
			`{"Action":"run","Package":"p","Test":"A"}
{"Action":"run","Package":"p","Test":"A/one"}
{"Action":"output","Package":"p","Test":"A/one","Output":"bad\n"}
{"Action":"fail","Package":"p","Test":"A/one"}
{"Action":"output","Package":"p","Test":"A","Output":"worse\n"}
{"Action":"fail","Package":"p","Test":"A"}
{"Action":"fail","Package":"p"}`, tally{failed: 1}, "bad\nworse\n"},
		"a test that fails beside passing subtests counts": {
			`{"Action":"run","Package":"p","Test":"A"}
{"Action":"run","Package":"p","Test":"A/one"}
{"Action":"pass","Package":"p","Test":"A/one"}
{"Action":"fail","Package":"p","Test":"A"}
{"Action":"fail","Package":"p"}`, tally{passed: 1, failed: 1}, ""},
		"a package that does not build is a failure": {
			`{"Action":"build-output","ImportPath":"p","Output":"undefined: x\n"}
{"Action":"build-fail","ImportPath":"p"}
{"Action":"fail","Package":"p","FailedBuild":"p"}`, tally{failed: 1}, "undefined: x\n"},
		"a package that panics after its tests is a failure": {
			`{"Action":"run","Package":"p","Test":"A"}
{"Action":"pass","Package":"p","Test":"A"}
{"Action":"output","Package":"p","Output":"panic: x\n"}
{"Action":"fail","Package":"p"}`, tally{passed: 1, failed: 1}, "panic: x\n"},
		"a package without tests is nothing": {
			`{"Action":"output","Package":"p","Output":"?  p [no test files]\n"}
{"Action":"skip","Package":"p"}`, tally{}, ""},
		"what is no event is passed on": {"go: warning\n", tally{}, "go: warning\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			r := reader{out: &out}
			if err := r.read(strings.NewReader(start + c.events)); err != nil {
				t.Fatal(err)
			}
			if r.total != c.want || out.String() != c.says {
				t.Errorf("got %+v and %q, want %+v and %q", r.total, out.String(), c.want, c.says)
			}
		})
	}
}

func TestACommandCountsAsOneAndTheLedgerSumsUp(t *testing.T) {
	ledger := filepath.Join(t.TempDir(), "ledger")
	t.Setenv(ledgerVariable, ledger)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	tell := func(want int, args ...string) string {
		t.Helper()
		var out strings.Builder
		if got := run(args, &out, &out); got != want {
			t.Errorf("tally %v: status %d, want %d\n%s", args, got, want, &out)
		}
		return out.String()
	}
	tell(0, "-name", "good", "--", self, "-test.run=^$")
	if got := tell(0, "-sum", ledger); !strings.HasSuffix(got, "\n1 passed, 0 failed\n") {
		t.Error(got)
	}
	if got := tell(1, "-sum", ledger, "-status", "2"); !strings.HasSuffix(got, "\n1 passed, 1 failed\n") {
		t.Error("a run that broke off is a failure:", got)
	}
	tell(1, "-name", "bad one", "--", self, "-test.nonsense")
	tell(1, "-name", "gone", "--", filepath.Join(t.TempDir(), "nothing"))
	got := tell(1, "-sum", ledger)
	if !strings.Contains(got, "bad one") || !strings.HasSuffix(got, "\n1 passed, 2 failed\n") {
		t.Error(got)
	}
}

func TestNothingIsNoSuccess(t *testing.T) {
	t.Setenv(ledgerVariable, "")
	ledger := filepath.Join(t.TempDir(), "ledger")
	for _, c := range []struct {
		args []string
		want int
	}{
		{nil, 2},
		{[]string{"-nonsense"}, 2},
		{[]string{"-sum", ledger}, 1},
		{[]string{"-atleast", "2", "--", "go", "version"}, 1},
	} {
		var out strings.Builder
		if got := run(c.args, &out, &out); got != c.want {
			t.Errorf("tally %v: status %d, want %d\n%s", c.args, got, c.want, &out)
		}
	}
	if err := os.WriteFile(ledger, []byte("garbage\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if sumUp(ledger, 0, &out, &out) != 1 || !strings.HasSuffix(out.String(), "\n0 passed, 1 failed\n") {
		t.Error(out.String())
	}
}

func TestGoTestsAreRecognised(t *testing.T) {
	got := []bool{}
	for _, args := range [][]string{{"go", "test", "./..."}, {"/x/bin/go", "test"}, {"go", "vet"}, {"go"}, {"gotest", "test"}} {
		got = append(got, isGoTest(args))
	}
	if diff := cmp.Diff([]bool{true, true, false, false, false}, got); diff != "" {
		t.Error(diff)
	}
}
