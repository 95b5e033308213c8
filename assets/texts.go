package assets

import "embed"

// Texts holds the translation catalogues, text/<area>.<language>.json: flat
// go-i18n files, one for each area of the program and language.
//
//go:embed text/*.json
var Texts embed.FS
