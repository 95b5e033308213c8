// Package stage sets up a screen nobody sees, with Xvfb, on which tools start the
// finished programs and use them as a person would, by keyboard and eye.
//
// The screen's memory is a file, so that a picture costs a read and no program:
// fine enough to time the first frame of a window to the millisecond.
package stage

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// Width and Height are the size of the screen, that of a small laptop.
const (
	Width  = 1280
	Height = 800
)

// Stage is one screen with what runs on it. The zero value is not usable.
type Stage struct {
	folder string // everything written on the way, homes included
	screen string // the file that is the screen's memory
	env    []string
	cast   []*Actor
}

// Open starts a screen of its own, so that several can run side by side. With a
// window manager windows get a frame and the focus, as they do in front of a
// person; without one there is nothing between start and first frame.
func Open(ctx context.Context, manager bool) (*Stage, error) {
	folder, err := os.MkdirTemp("", "stage")
	if err != nil {
		return nil, fmt.Errorf("making room for a screen: %w", err)
	}
	s := &Stage{folder: folder, screen: filepath.Join(folder, "Xvfb_screen0")}
	if err := s.raise(ctx, manager); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// raise starts the screen and the window manager.
func (s *Stage) raise(ctx context.Context, manager bool) error {
	for _, name := range []string{"home", "run"} {
		if err := os.Mkdir(filepath.Join(s.folder, name), 0o700); err != nil {
			return fmt.Errorf("making a home: %w", err)
		}
	}
	display, err := s.startScreen(ctx)
	if err != nil {
		return err
	}
	s.env = environment(filepath.Join(s.folder, "home"), filepath.Join(s.folder, "run"), display)
	if err := Until(ctx, 10*time.Second, "the screen", func() (bool, error) {
		_, err := s.look()
		return err == nil, nil
	}); err != nil {
		return err
	}
	if !manager {
		return nil
	}
	openbox, err := s.Start(ctx, "openbox", "--sm-disable")
	if err != nil {
		return err
	}
	return Until(ctx, 20*time.Second, "openbox to manage windows", func() (bool, error) {
		if err := openbox.Gone(); err != nil {
			return false, err
		}
		_, err := s.Hand(ctx, "get_num_desktops") // nobody says, until a manager does
		return err == nil, nil
	})
}

// startScreen starts Xvfb and returns the display it has chosen.
func (s *Stage) startScreen(ctx context.Context) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", fmt.Errorf("making a pipe for the display: %w", err)
	}
	defer read.Close()
	command := exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-fbdir", s.folder, "-nolisten", "tcp",
		"-screen", "0", fmt.Sprintf("%dx%dx24", Width, Height))
	command.ExtraFiles = []*os.File{write}
	_, err = s.start(command)
	write.Close()
	if err != nil {
		return "", err
	}
	if err := read.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		return "", fmt.Errorf("waiting for Xvfb: %w", err)
	}
	number, err := bufio.NewReader(read).ReadString('\n') // its two halves come apart
	if err != nil {
		return "", fmt.Errorf("no display from Xvfb: %w", err)
	}
	return ":" + strings.TrimSpace(number), nil
}

// environment is what programs on the screen see: a home of their own, no session
// bus, software drawing, a language with real formats, and nothing of the caller's.
func environment(home, run, display string) []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "XDG_RUNTIME_DIR=" + run, "DISPLAY=" + display,
		"DBUS_SESSION_BUS_ADDRESS=disabled:", "LANG=en_GB.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1", "TMPDIR=" + os.TempDir(),
	}
}

// Folder is where a tool may put files that go when the stage closes.
func (s *Stage) Folder() string { return s.folder }

// Shoot saves a picture of the whole screen as a PNG.
func (s *Stage) Shoot(path string) error {
	picture, err := s.Picture()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("making a folder for pictures: %w", err)
	}
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("saving a picture: %w", err)
	}
	return errors.Join(png.Encode(file, picture), file.Close())
}

// Close ends everything that was started, last first, and clears the folder.
func (s *Stage) Close() error {
	for i := len(s.cast) - 1; i >= 0; i-- {
		s.cast[i].Stop()
	}
	if err := os.RemoveAll(s.folder); err != nil {
		return fmt.Errorf("clearing the stage: %w", err)
	}
	return nil
}

// Until asks a question every few milliseconds until the answer is yes, an error,
// or too late.
func Until(ctx context.Context, patience time.Duration, what string, ask func() (bool, error)) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	for {
		done, err := ask()
		if err != nil {
			return fmt.Errorf("waiting for %s: %w", what, err)
		}
		if done {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("waited %v for %s", patience, what)
		case <-time.After(5 * time.Millisecond):
		}
	}
}
