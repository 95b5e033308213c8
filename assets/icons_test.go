package assets

import (
	"bytes"
	"image/png"
	"regexp"
	"strings"
	"testing"
)

func TestEveryIconIsAFilledOutlineThatCanBeRecoloured(t *testing.T) {
	files, err := icons.ReadDir("icons")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d icons, %v", len(files), err)
	}
	fill := regexp.MustCompile(`fill="([^"]*)"`)
	for _, file := range files {
		name := strings.TrimSuffix(file.Name(), ".svg")
		data, ok := Icon(name)
		if !ok {
			t.Errorf("%s cannot be had by its name", name)
		}
		if !bytes.Contains(data, []byte(`viewBox="0 0 20 20"`)) {
			t.Errorf("%s is not drawn on 20 by 20 units", name)
		}
		if bytes.Contains(data, []byte("stroke")) {
			t.Errorf("%s has strokes, which grow thin when it is shown larger", name)
		}
		for _, found := range fill.FindAllSubmatch(data, -1) {
			if string(found[1]) != "#000000" {
				t.Errorf("%s is filled with %s; only #000000 is replaced by a colour of the theme", name, found[1])
			}
		}
	}
}

func TestEveryVerdictHasAnIcon(t *testing.T) {
	for _, code := range []string{"keep", "extra_mile", "mend", "trial", "renegotiate", "end", "safety", "unclear"} {
		if _, ok := Icon(code); !ok {
			t.Errorf("%s has none", code)
		}
	}
	if _, ok := Icon("no-such-icon"); ok {
		t.Error("an icon nobody drew was found")
	}
}

func TestTheIconOfTheProgramIsAPictureOf512Pixels(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(AppIcon()))
	if err != nil || config.Width != 512 || config.Height != 512 {
		t.Errorf("it is %d by %d, %v", config.Width, config.Height, err)
	}
}
