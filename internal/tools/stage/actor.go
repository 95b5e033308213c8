package stage

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Actor is a program on the stage.
type Actor struct {
	command *exec.Cmd
	log     string
	ended   chan struct{} // closed when the program has ended
	err     error         // how; read it after ended
}

// Start starts a program on the stage. What it prints is kept; see [Actor.Log].
func (s *Stage) Start(ctx context.Context, name string, args ...string) (*Actor, error) {
	command := exec.CommandContext(ctx, name, args...)
	command.Env = s.env
	return s.start(command)
}

// Run runs a program without a window to its end and returns what it printed.
func (s *Stage) Run(ctx context.Context, name string, args ...string) (string, error) {
	command := exec.CommandContext(ctx, name, args...)
	command.Env = s.env
	var out, errs bytes.Buffer
	command.Stdout, command.Stderr = &out, &errs
	if err := command.Run(); err != nil {
		return out.String(), fmt.Errorf("%s %s: %w\n%s", filepath.Base(name), strings.Join(args, " "), err, errs.String())
	}
	return out.String(), nil
}

// Hand does what xdotool does: keys, pointer, windows.
func (s *Stage) Hand(ctx context.Context, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	command := exec.CommandContext(ctx, "xdotool", args...)
	command.Env = append([]string{"LC_ALL=C.UTF-8"}, s.env...) // or it mistypes beyond ASCII
	var errs bytes.Buffer
	command.Stderr = &errs
	out, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("xdotool %s: %w: %s", strings.Join(args, " "), err, bytes.TrimSpace(errs.Bytes()))
	}
	return strings.TrimSpace(string(out)), nil
}

// Window waits until a window with these words in its title is to be seen and
// returns its number.
func (s *Stage) Window(ctx context.Context, a *Actor, title string, patience time.Duration) (string, error) {
	window := ""
	err := Until(ctx, patience, "a window called "+strconv.Quote(title), func() (bool, error) {
		if err := a.Gone(); err != nil {
			return false, err
		}
		found, err := s.Hand(ctx, "search", "--onlyvisible", "--name", title)
		if err != nil || found == "" {
			return false, nil // xdotool calls finding nothing a failure
		}
		window = strings.Fields(found)[0]
		return true, nil
	})
	return window, err
}

// start starts a command with its output going to a file.
func (s *Stage) start(command *exec.Cmd) (*Actor, error) {
	name := fmt.Sprintf("%d-%s.log", len(s.cast), filepath.Base(command.Path))
	a := &Actor{command: command, log: filepath.Join(s.folder, name), ended: make(chan struct{})}
	log, err := os.Create(a.log)
	if err != nil {
		return nil, fmt.Errorf("keeping what %s prints: %w", command.Path, err)
	}
	command.Stdout, command.Stderr = log, log
	err = command.Start()
	log.Close()
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", command.Path, err)
	}
	s.cast = append(s.cast, a)
	go func() {
		a.err = command.Wait()
		close(a.ended)
	}()
	return a, nil
}

// Ended reports whether the program has ended.
func (a *Actor) Ended() bool {
	select {
	case <-a.ended:
		return true
	default:
		return false
	}
}

// Gone is nil while the program runs, and afterwards an error that says how it
// ended and what it printed, for whoever still needs it.
func (a *Actor) Gone() error {
	if !a.Ended() {
		return nil
	}
	how := "without an error"
	if a.err != nil {
		how = "with " + a.err.Error()
	}
	return fmt.Errorf("%s has ended %s and printed:\n%s", filepath.Base(a.command.Path), how, a.Log())
}

// Wait waits for the program to end. Its error is how it ended, nil for status 0,
// or that it did not.
func (a *Actor) Wait(patience time.Duration) error {
	select {
	case <-a.ended:
		return a.err
	case <-time.After(patience):
		return fmt.Errorf("%s still runs after %v", filepath.Base(a.command.Path), patience)
	}
}

// Stop asks the program to end, and ends it when it takes its time.
func (a *Actor) Stop() {
	// Errors mean that it has ended by itself, which is all that is wanted.
	_ = a.command.Process.Signal(os.Interrupt)
	select {
	case <-a.ended:
	case <-time.After(3 * time.Second):
		_ = a.command.Process.Kill()
		<-a.ended
	}
}

// Log returns what the program has printed so far.
func (a *Actor) Log() string {
	text, err := os.ReadFile(a.log)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// Memory returns how much memory the program holds, in bytes: all its pages in
// RAM, shared ones included, as ps shows them. Linux only.
func (a *Actor) Memory() (int64, error) {
	name := fmt.Sprintf("/proc/%d/status", a.command.Process.Pid)
	text, err := os.ReadFile(name)
	if err != nil {
		return 0, fmt.Errorf("asking for memory: %w", err)
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kB, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kB << 10, err
		}
	}
	return 0, fmt.Errorf("%s does not say", name)
}
