#!/bin/sh
# Builds the program and opens its window; where there is no screen, reviews the
# sample book in the terminal instead, which needs neither cgo nor headers.
#
#   run.sh FOLDER [ARGUMENT ...]    FOLDER is where built things go
#
# GO and FLAGS come from the Makefile, so that everything is built alike. With
# DEMO set the window opens on the sample practice, which is a book of its own.
set -eu

built=$1
shift
here=$(dirname "$0")

has_screen() {
	case $(uname -s) in
	Darwin | MINGW* | MSYS* | CYGWIN*) return 0 ;;
	esac
	[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# build NAME CGO makes one of the two programs.
build() {
	# shellcheck disable=SC2086 # the flags are words
	CGO_ENABLED=$2 $GO build $FLAGS -o "$built/" "./cmd/$1"
}

mkdir -p "$built"
if ! has_screen; then
	build rapport-cli 0
	# A sample tells of the weeks before today, so an older one has gone stale.
	rm -f "$built/terminal.rapport" "$built/terminal.rapport-wal" "$built/terminal.rapport-shm"
	"$built/rapport-cli" --book "$built/terminal.rapport" demo
	"$built/rapport-cli" --book "$built/terminal.rapport" review
	cat <<-END

		That was the sample practice, reviewed in the terminal, because there is no screen here
		(neither DISPLAY nor WAYLAND_DISPLAY is set). To see the window, run make run where there
		is one: at the machine itself, or over ssh -X. The same book without a window:
		  $built/rapport-cli --help
	END
	exit 0
fi

"$here/setup.sh" window
if [ ! -e "$built/rapport" ]; then
	echo "Building the window. The first time this takes a few minutes, later a few seconds."
fi
build rapport 1
[ -z "${DEMO:-}" ] || set -- --sample "$@"
exec "$built/rapport" "$@"
