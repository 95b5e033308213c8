#!/bin/sh
# Installs what is missing to build the window: a C compiler, pkg-config and the
# headers Fyne's OpenGL driver is compiled against. With "check" as its argument
# also what a window is tried out with where there is no screen.
#
# It looks first and does nothing, as nobody in particular, when nothing is
# missing. Otherwise it prints the one command it is about to run, and asks for
# sudo only if it is not root already.
set -eu

want=${1:-window}

# What pkg-config must find; libGL and the X and Wayland client libraries.
modules="gl x11 xcursor xrandr xinerama xi xxf86vm xkbcommon wayland-client"

has() { command -v "$1" >/dev/null 2>&1; }

# missing says whether anything is.
missing() {
	has cc || has gcc || has clang || return 0
	if [ "$(uname -s)" = Linux ]; then
		has pkg-config || return 0
		# shellcheck disable=SC2086 # the modules are words
		pkg-config --exists $modules || return 0
		if [ "$want" = check ]; then
			has Xvfb && has xdotool && has openbox || return 0
		fi
	fi
	return 1
}

# say prints a command and runs it.
say() {
	echo "setup: $*"
	"$@"
}

# asroot does the same with the right to install.
asroot() {
	if [ "$(id -u)" = 0 ]; then
		say "$@"
	elif has sudo; then
		say sudo "$@"
	else
		echo "setup: neither root nor sudo here. Run this as root, then try again:" >&2
		echo "  $*" >&2
		exit 1
	fi
}

# install names the packages for each system. The extra ones of "check" come last.
install() {
	extra=
	if has apt-get; then
		[ "$want" = check ] && extra="xvfb xdotool openbox libgl1-mesa-dri xkb-data"
		asroot env DEBIAN_FRONTEND=noninteractive apt-get update -q
		# shellcheck disable=SC2086
		asroot env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
			gcc libc6-dev pkg-config libgl1-mesa-dev libx11-dev libxcursor-dev libxrandr-dev \
			libxinerama-dev libxi-dev libxxf86vm-dev libxkbcommon-dev libwayland-dev $extra
	elif has dnf; then
		[ "$want" = check ] && extra="xorg-x11-server-Xvfb xdotool openbox mesa-dri-drivers"
		# shellcheck disable=SC2086
		asroot dnf install -y gcc pkgconf-pkg-config mesa-libGL-devel libX11-devel libXcursor-devel \
			libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel libxkbcommon-devel \
			wayland-devel $extra
	elif has pacman; then
		[ "$want" = check ] && extra="xorg-server-xvfb xdotool openbox"
		# shellcheck disable=SC2086
		asroot pacman -S --needed --noconfirm gcc pkgconf mesa libglvnd libx11 libxcursor libxrandr \
			libxinerama libxi libxxf86vm libxkbcommon wayland $extra
	elif [ "$(uname -s)" = Darwin ]; then
		# Apple's own compiler brings every header a window needs on a Mac.
		say xcode-select --install
		echo "setup: confirm the installation on the screen, then run the command again." >&2
		exit 1
	elif has brew; then
		[ "$want" = check ] && extra="xorg-server xdotool openbox"
		# shellcheck disable=SC2086
		say brew install gcc pkgconf mesa libx11 libxcursor libxrandr libxinerama libxi libxxf86vm \
			libxkbcommon wayland $extra
	else
		echo "setup: no apt-get, dnf, pacman or brew here. Please install a C compiler, pkg-config" >&2
		echo "and the development files of: $modules" >&2
		exit 1
	fi
}

missing || exit 0
echo "setup: the window is drawn with OpenGL and needs a C compiler and headers to build."
install
if missing; then
	echo "setup: installed, and yet something is missing. Needed are a C compiler, pkg-config and:" >&2
	echo "  $modules" >&2
	exit 1
fi
