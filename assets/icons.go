package assets

import "embed"

//go:embed icons/*.svg
var icons embed.FS

//go:embed icon/icon-512.png
var appIcon []byte

// Icon returns the drawing of the named icon as SVG, 20 by 20 units, filled
// outlines in #000000 so that whoever shows it can choose the colour. The eight
// verdicts have icons of their own code ("keep", "extra_mile", …). The second
// result is false if there is no such icon.
func Icon(name string) ([]byte, bool) {
	data, err := icons.ReadFile("icons/" + name + ".svg")
	return data, err == nil
}

// AppIcon returns the icon of the program as a PNG of 512 by 512 pixels, for the
// window and the task bar. Packages carry the larger picture and the SVG beside it.
func AppIcon() []byte { return appIcon }
