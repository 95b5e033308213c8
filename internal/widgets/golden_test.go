package widgets

import (
	"bytes"
	"flag"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

var update = flag.Bool("update", false, "write the golden pictures anew instead of comparing")

const goldenWidth, goldenHeight = 1280, 2420

func TestGalleryLooksAsAgreed(t *testing.T) {
	for name, mode := range map[string]Mode{"light": Light, "dark": Dark} {
		t.Run(name, func(t *testing.T) {
			w := stage(t, mode, goldenWidth, goldenHeight, gallery)
			compareGolden(t, filepath.Join("testdata", "gallery-"+name+".png"), capture(w))
		})
	}
}

// compareGolden compares pixel by pixel; the painter of tests draws the same
// bytes everywhere. What differs is left beside the golden picture to look at.
func compareGolden(t *testing.T, path string, got image.Image) {
	t.Helper()
	if *update {
		writePicture(t, path, got)
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; run with -update to make it", err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if !same(want, got) {
		failed := filepath.Join(t.ArtifactDir(), filepath.Base(path))
		writePicture(t, failed, got)
		t.Errorf("the gallery no longer looks like %s; see %s (with -artifacts it is kept) and run with -update if it is meant to", path, failed)
	}
}

func writePicture(t *testing.T, path string, picture image.Image) {
	t.Helper()
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// same reports whether two pictures have the same pixels.
func same(a, b image.Image) bool {
	x, y := pixels(a), pixels(b)
	return x.Rect == y.Rect && bytes.Equal(x.Pix, y.Pix)
}

func pixels(picture image.Image) *image.NRGBA {
	flat := image.NewNRGBA(image.Rectangle{Max: picture.Bounds().Size()})
	draw.Draw(flat, flat.Rect, picture, picture.Bounds().Min, draw.Src)
	return flat
}

func TestAChangeOfThemeReachesEveryPart(t *testing.T) {
	fresh := capture(stage(t, Light, goldenWidth, goldenHeight, gallery))
	w := stage(t, Dark, goldenWidth, goldenHeight, gallery)
	if same(fresh, capture(w)) {
		t.Fatal("dark looks like light")
	}
	fyne.CurrentApp().Settings().SetTheme(Theme{Mode: Light})
	if !same(fresh, capture(w)) {
		t.Error("a window switched from dark to light differs from one that was always light")
	}
}
