package stage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"
	"image"
	"os"
)

// frame is one look at the screen's memory: an X window dump, whose header names
// the shape of the picture behind it.
type frame struct {
	width, height int
	stride        int // bytes from row to row
	pixels        []byte
}

// Fields of the header of an X window dump, as numbers of 32-bit words; see
// XWDFile.h of the X protocol headers. Xvfb writes them big end first.
const (
	headerSize = 0
	pixWidth   = 4
	pixHeight  = 5
	byteOrder  = 7
	pixelBits  = 11
	rowBytes   = 12
	numColors  = 19
	fields     = 25
	colorSize  = 12 // bytes of an entry in the colour table that follows
)

// Picture returns what is on the screen now.
func (s *Stage) Picture() (image.Image, error) {
	f, err := s.look()
	if err != nil {
		return nil, err
	}
	picture := image.NewRGBA(image.Rect(0, 0, f.width, f.height))
	for y := range f.height {
		row := f.pixels[y*f.stride:]
		for x := range f.width {
			from, to := row[4*x:4*x+4], picture.Pix[y*picture.Stride+4*x:]
			to[0], to[1], to[2], to[3] = from[2], from[1], from[0], 0xff
		}
	}
	return picture, nil
}

// Colors counts the different colours on the screen, as far as a limit. An empty
// screen has one, a window before its first frame two or three, text many.
func (s *Stage) Colors(limit int) (int, error) {
	f, err := s.look()
	if err != nil {
		return 0, err
	}
	seen := map[[3]byte]bool{}
	for y := range f.height {
		row := f.pixels[y*f.stride:]
		for x := range f.width {
			seen[[3]byte(row[4*x:4*x+3])] = true
			if len(seen) >= limit {
				return limit, nil
			}
		}
	}
	return len(seen), nil
}

// marks seeds the fingerprints of one run.
var marks = maphash.MakeSeed()

// Fingerprint is the same for the same picture, within one run.
func (s *Stage) Fingerprint() (uint64, error) {
	f, err := s.look()
	if err != nil {
		return 0, err
	}
	return maphash.Bytes(marks, f.pixels), nil
}

// look reads the screen's memory.
func (s *Stage) look() (frame, error) {
	dump, err := os.ReadFile(s.screen)
	if err != nil {
		return frame{}, fmt.Errorf("looking at the screen: %w", err)
	}
	return parse(dump)
}

// parse finds the picture in a dump. Only the one format Xvfb uses for a screen of
// 24 bits is read: four bytes a pixel, blue first.
func parse(dump []byte) (frame, error) {
	if len(dump) < 4*fields {
		return frame{}, errors.New("the screen has no header yet")
	}
	word := func(n int) int { return int(binary.BigEndian.Uint32(dump[4*n:])) }
	if word(pixelBits) != 32 || word(byteOrder) != 0 {
		return frame{}, fmt.Errorf("a screen of %d bits in byte order %d, want 32 and 0", word(pixelBits), word(byteOrder))
	}
	f := frame{width: word(pixWidth), height: word(pixHeight), stride: word(rowBytes)}
	start := word(headerSize) + colorSize*word(numColors)
	if size := f.stride * f.height; start < 0 || size < 0 || f.stride < 4*f.width || len(dump) < start+size {
		return frame{}, fmt.Errorf("a screen of %d×%d that ends after %d bytes", f.width, f.height, len(dump))
	}
	f.pixels = dump[start : start+f.stride*f.height]
	return f, nil
}
