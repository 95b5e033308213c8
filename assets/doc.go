// Package assets carries what the program shows but does not compute: icons, the
// icon of the program itself, fonts, guides, rates, and the catalogues of texts in
// every language. It is a package because files can only be embedded from below; it
// depends on nothing and hands out bytes, which others give a meaning.
package assets
