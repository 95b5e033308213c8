// Command rapport-cli is Rapport without a window: the same book, for a terminal
// and for scripts. Package cli is all of it; here it meets the world.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"time"

	"github.com/mattn/go-isatty"

	"github.com/rapport-desktop/rapport/internal/cli"
)

// version is set by the build, "-X main.version=…"; otherwise the module says.
var version = ""

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Run(ctx, cli.Outside{
		Args: os.Args[1:], In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Env: os.Getenv, Now: time.Now, Version: versionOf(),
		Asking:  terminal(os.Stdin) && terminal(os.Stdout),
		Colours: terminal(os.Stdout),
	})
	stop()
	os.Exit(code)
}

func terminal(f *os.File) bool {
	return isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd())
}

func versionOf() string {
	if info, ok := debug.ReadBuildInfo(); version == "" && ok {
		return info.Main.Version
	}
	return version
}
