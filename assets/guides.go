package assets

import (
	"embed"
	"io/fs"
)

//go:embed guides/*.json
var guides embed.FS

// Guides holds the structure of every guide, one file each, beside the order they
// are listed in and the practice cards.
func Guides() fs.FS {
	sub, err := fs.Sub(guides, "guides")
	if err != nil {
		panic(err) // the name is a constant and valid
	}
	return sub
}
