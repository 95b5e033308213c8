//go:build cgo

// Command emptywindow opens a window with one word in it and nothing else: the
// least a program drawn with Fyne can take. The bench holds Rapport against it.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("io.github.rapport_desktop.emptywindow")
	w := a.NewWindow("Empty window")
	w.SetContent(widget.NewLabel("Empty"))
	w.Resize(fyne.NewSize(1100, 720))
	w.ShowAndRun()
}
