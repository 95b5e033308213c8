package assets

import "embed"

// Noto Sans, under the SIL Open Font License that lies beside it.
//
//go:embed fonts/*.ttf
var fonts embed.FS

// Font returns a font as TrueType: "NotoSans-Regular" or "NotoSans-Bold". The second
// result is false if there is no such font. It is the face of the window, for
// documents that are set without one.
func Font(name string) ([]byte, bool) {
	data, err := fonts.ReadFile("fonts/" + name + ".ttf")
	return data, err == nil
}
