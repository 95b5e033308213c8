package stage

import (
	"encoding/binary"
	"image/color"
	"os"
	"path/filepath"
	"testing"
)

// dump writes a screen of two by one pixels as Xvfb does, with padding after the
// row and one entry in the colour table.
func dump(bits, order uint32) []byte {
	const size = 4*fields + 8 // the header carries a name
	d := make([]byte, size+colorSize)
	for field, value := range map[int]uint32{
		headerSize: size, pixWidth: 2, pixHeight: 1, byteOrder: order, pixelBits: bits, rowBytes: 12, numColors: 1,
	} {
		binary.BigEndian.PutUint32(d[4*field:], value)
	}
	return append(d, 3, 2, 1, 0, 6, 5, 4, 0, 9, 9, 9, 9)
}

func TestThePictureIsFoundInTheScreensMemory(t *testing.T) {
	s := &Stage{screen: filepath.Join(t.TempDir(), "screen")}
	if err := os.WriteFile(s.screen, dump(32, 0), 0o600); err != nil {
		t.Fatal(err)
	}
	picture, err := s.Picture()
	if err != nil {
		t.Fatal(err)
	}
	if b := picture.Bounds(); b.Dx() != 2 || b.Dy() != 1 {
		t.Error("bounds", b)
	}
	for x, want := range []color.RGBA{{1, 2, 3, 255}, {4, 5, 6, 255}} {
		if got := picture.At(x, 0); got != want {
			t.Errorf("pixel %d is %v, want %v", x, got, want)
		}
	}
	for limit, want := range map[int]int{1: 1, 2: 2, 9: 2} {
		if got, err := s.Colors(limit); err != nil || got != want {
			t.Errorf("as far as %d: %d colours, %v; want %d", limit, got, err, want)
		}
	}
}

func TestAScreenThatCannotBeReadIsAnError(t *testing.T) {
	whole := dump(32, 0)
	for name, d := range map[string][]byte{
		"nothing":           nil,
		"half a header":     whole[:50],
		"a row cut short":   whole[:len(whole)-1],
		"sixteen bits":      dump(16, 0),
		"the big end first": dump(32, 1),
	} {
		if _, err := parse(d); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := (&Stage{screen: filepath.Join(t.TempDir(), "none")}).Fingerprint(); err == nil {
		t.Error("no screen: no error")
	}
}
