package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// tally counts tests.
type tally struct{ passed, failed, skipped int }

// event is one line of go test -json; see "go doc test2json".
type event struct {
	Action      string
	Package     string
	ImportPath  string // of build output
	Test        string
	Elapsed     float64 // seconds
	Output      string
	FailedBuild string
}

// suite is what is known of one package while its tests run.
type suite struct {
	output map[string][]string // by test; "" for the package itself
	parent map[string]bool     // tests that have subtests
	failed int
}

// reader turns events into a count and a short report.
type reader struct {
	out     io.Writer
	verbose bool
	total   tally
	suites  map[string]*suite
}

// read takes events until the stream ends. Lines that are no events, such as what
// the go command says itself, are passed on.
func (r *reader) read(events io.Reader) error {
	r.suites = map[string]*suite{}
	lines := bufio.NewReader(events)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			var e event
			if json.Unmarshal([]byte(line), &e) != nil {
				fmt.Fprint(r.out, line)
			} else {
				r.take(e)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading what the tests say: %w", err)
		}
	}
}

// take counts one event.
func (r *reader) take(e event) {
	s := r.suites[e.Package]
	if s == nil {
		s = &suite{output: map[string][]string{}, parent: map[string]bool{}}
		r.suites[e.Package] = s
	}
	switch {
	case e.Action == "build-output":
		fmt.Fprint(r.out, e.Output)
	case e.Action == "output" && r.verbose:
		fmt.Fprint(r.out, e.Output)
	case e.Action == "output":
		s.output[e.Test] = append(s.output[e.Test], e.Output)
	case e.Action == "run":
		if i := strings.LastIndexByte(e.Test, '/'); i > 0 {
			s.parent[e.Test[:i]] = true
		}
	case e.Test != "":
		r.test(s, e)
	default:
		r.suite(s, e)
	}
}

// test counts a test that has ended. One with subtests counts through them,
// unless it failed of its own accord.
func (r *reader) test(s *suite, e event) {
	switch {
	case e.Action == "pass" && !s.parent[e.Test]:
		r.total.passed++
	case e.Action == "skip" && !s.parent[e.Test]:
		r.total.skipped++
	case e.Action == "fail":
		if !s.parent[e.Test] || s.failed == 0 {
			s.failed++
			r.total.failed++
		}
		r.print(s.output[e.Test])
	case e.Action != "pass" && e.Action != "skip":
		return // paused, continued
	}
	delete(s.output, e.Test)
}

// suite reports a package that has ended. One that fails without a failing test
// did not build, panicked or ran out of time: that is a failure by itself, and
// what unfinished tests said is worth reading.
func (r *reader) suite(s *suite, e event) {
	switch e.Action {
	case "pass":
		r.print(last(s.output[""], 1))
	case "fail":
		if s.failed == 0 {
			r.total.failed++
		}
		own := s.output[""]
		delete(s.output, "")
		for _, lines := range s.output {
			r.print(lines)
		}
		r.print(own)
	case "skip":
	default:
		return
	}
	delete(r.suites, e.Package)
}

// print writes lines that carry their own ends.
func (r *reader) print(lines []string) {
	for _, line := range lines {
		fmt.Fprint(r.out, line)
	}
}

// last returns the last n lines.
func last(lines []string, n int) []string { return lines[max(0, len(lines)-n):] }
