package assets

import (
	"os"
	"strings"
	"testing"
)

func TestFontsAreTrueTypeAndComeWithTheirLicence(t *testing.T) {
	for _, name := range []string{"NotoSans-Regular", "NotoSans-Bold"} {
		data, ok := Font(name)
		if !ok || !strings.HasPrefix(string(data), "\x00\x01\x00\x00") {
			t.Errorf("%s: %d bytes, found %t", name, len(data), ok)
		}
	}
	if _, ok := Font("NoSuchFont"); ok {
		t.Error("a font nobody put there was found")
	}
	licence, err := os.ReadFile("fonts/LICENSE.txt")
	if err != nil || !strings.Contains(string(licence), "SIL OPEN FONT LICENSE Version 1.1") {
		t.Errorf("the licence: %v", err)
	}
}
