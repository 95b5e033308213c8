// Command tally runs one step of a check, says how long it took, and counts what
// passed.
//
//	tally [-name NAME] [-atleast N] [-v] -- COMMAND ARGS...
//	tally -sum FILE [-status CODE]
//
// A go test command is counted test by test (subtests, not the tests around
// them), its failures are printed whole and its passing packages in one line
// each; any other command counts as one. With -atleast a run of fewer tests
// fails, so that a filter which has come to match nothing does not pass for ever.
//
// Where the variable RAPPORT_TALLY names a file, each run adds a line to it. With
// -sum these lines are printed as a table with "N passed, N failed" alone on the
// last line. The status is that of the run as a whole: one that failed without a
// counted failure, before any test began for instance, counts as one.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// ledgerVariable names the file that runs are added to.
const ledgerVariable = "RAPPORT_TALLY"

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run does what the arguments say and returns the exit status.
func run(args []string, out, errs io.Writer) int {
	flags := flag.NewFlagSet("tally", flag.ContinueOnError)
	flags.SetOutput(errs)
	name := flags.String("name", "", "what to call the step; the command's name otherwise")
	atLeast := flags.Int("atleast", 0, "fail when fewer tests ran")
	verbose := flags.Bool("v", false, "print what passing tests say, too")
	sum := flags.String("sum", "", "print the table of a ledger file")
	status := flags.Int("status", 0, "with -sum: the status of the run as a whole")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if *sum != "" {
		return sumUp(*sum, *status, out, errs)
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return 2
	}
	if *name == "" {
		*name = filepath.Base(flags.Arg(0))
	}
	began := time.Now()
	count := perform(flags.Args(), *verbose, out, errs)
	if ran := count.passed + count.failed; ran < *atLeast {
		fmt.Fprintf(errs, "%s: %d tests ran, expected at least %d\n", *name, ran, *atLeast)
		count.failed++
	}
	line := record{*name, count, time.Since(began).Round(100 * time.Millisecond)}
	fmt.Fprintln(out, line)
	if err := line.save(os.Getenv(ledgerVariable)); err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	if count.failed > 0 {
		return 1
	}
	return 0
}

// perform runs a command to its end and counts it.
func perform(args []string, verbose bool, out, errs io.Writer) tally {
	counted := isGoTest(args)
	if counted {
		args = append([]string{args[0], args[1], "-json"}, args[2:]...)
	}
	command := exec.Command(args[0], args[1:]...)
	command.Stdin, command.Stderr = os.Stdin, errs
	if !counted {
		command.Stdout = out
		if err := command.Run(); err != nil {
			fmt.Fprintf(errs, "%s: %v\n", args[0], err)
			return tally{failed: 1}
		}
		return tally{passed: 1}
	}
	return count(command, &reader{out: out, verbose: verbose})
}

// count runs go test and reads its events. A status that no event explains (go
// test could not start, say) is a failure, too.
func count(command *exec.Cmd, r *reader) tally {
	events, err := command.StdoutPipe()
	if err == nil {
		err = command.Start()
	}
	if err == nil {
		err = r.read(events)
		if ended := command.Wait(); ended != nil && r.total.failed == 0 {
			err = ended
		}
	}
	if err != nil {
		fmt.Fprintf(r.out, "go test: %v\n", err)
		r.total.failed++
	}
	return r.total
}

// isGoTest recognises the commands that can be counted test by test.
func isGoTest(args []string) bool {
	return len(args) > 1 && (filepath.Base(args[0]) == "go" || filepath.Base(args[0]) == "go.exe") && args[1] == "test"
}
