package present_test

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/rapport-desktop/rapport/internal/present"
)

func TestAMailLinkIsWrittenAsTheStandardAsks(t *testing.T) {
	for name, test := range map[string]struct {
		to            []string
		subject, body string
		want          string
	}{
		"spaces and ends of lines": {
			[]string{"ruth@example.com"}, "Invoice 14", "Dear Ruth,\n\nThank you.",
			"mailto:ruth@example.com?subject=Invoice%2014&body=Dear%20Ruth%2C%0D%0A%0D%0AThank%20you.",
		},
		"signs that mean something in a link": {
			[]string{"a+b@example.com"}, "1 & 2 = 3?", "100 % #4",
			"mailto:a%2Bb@example.com?subject=1%20%26%202%20%3D%203%3F&body=100%20%25%20%234",
		},
		"letters beyond ASCII":                  {nil, "Gruß", "ı", "mailto:?subject=Gru%C3%9F&body=%C4%B1"},
		"several receivers":                     {[]string{"a@x.org", " b@y.org "}, "", "", "mailto:a@x.org,b@y.org?subject=&body="},
		"a header hidden in an address":         {[]string{"a@x.org?bcc=b@y.org", "a@x.org\r\nBcc: b@y.org", "a@x.org,b@y.org"}, "", "", "mailto:?subject=&body="},
		"a header hidden in the subject":        {nil, "Hello\r\nBcc: b@y.org", "", "mailto:?subject=Hello%20Bcc%3A%20b%40y.org&body="},
		"every kind of end of line is the same": {nil, "", "a\rb\nc\r\nd", "mailto:?subject=&body=a%0D%0Ab%0D%0Ac%0D%0Ad"},
	} {
		t.Run(name, func(t *testing.T) {
			if got, whole := present.Mailto(test.to, test.subject, test.body); got != test.want || !whole {
				t.Errorf("link is %s (whole: %t), want %s", got, whole, test.want)
			}
		})
	}
}

func TestABodyTooLongForALinkIsLeftOutAndSaidSo(t *testing.T) {
	link, whole := present.Mailto([]string{"a@x.org"}, "Notice", strings.Repeat("ü", 400))
	if whole || link != "mailto:a@x.org?subject=Notice" {
		t.Errorf("link is %s (whole: %t), want the subject alone", link, whole)
	}
	if link, whole = present.Mailto([]string{"a@x.org"}, strings.Repeat("ü", 400), "x"); whole || link != "mailto:a@x.org" {
		t.Errorf("with a long subject the link is %s (whole: %t), want the receiver alone", link, whole)
	}
	if link, whole = present.Mailto([]string{strings.Repeat("a", 3000) + "@x.org"}, "", ""); whole || link != "mailto:" {
		t.Errorf("with a long receiver the link is %s (whole: %t), want nothing", link, whole)
	}
}

// linkForm is RFC 6068's mailtoURI as far as it is used here.
var linkForm = regexp.MustCompile(`^mailto:([A-Za-z0-9._~@,-]|%[0-9A-F]{2})*(\?subject=([A-Za-z0-9._~-]|%[0-9A-F]{2})*(&body=([A-Za-z0-9._~-]|%[0-9A-F]{2})*)?)?$`)

// checkLink holds a link to what it promises: it has the form of one, says what was
// handed in, and brings in nothing else.
func checkLink(t interface{ Fatalf(string, ...any) }, to []string, subject, body string) {
	link, whole := present.Mailto(to, subject, body)
	if !linkForm.MatchString(link) || len(link) > 2000 {
		t.Fatalf("%d bytes, no link: %s", len(link), link)
	}
	parsed, err := url.Parse(link)
	if err != nil {
		t.Fatalf("reading %s: %v", link, err)
	}
	for name := range parsed.Query() {
		if name != "subject" && name != "body" {
			t.Fatalf("brings in %q: %s", name, link)
		}
	}
	if strings.ContainsFunc(parsed.Query().Get("subject"), unicode.IsControl) {
		t.Fatalf("the subject is more than a line: %s", link)
	}
	if receivers, err := url.PathUnescape(parsed.Opaque); err != nil {
		t.Fatalf("receivers of %s: %v", link, err)
	} else if receivers != "" {
		for _, receiver := range strings.Split(receivers, ",") {
			if strings.Count(receiver, "@") != 1 || strings.ContainsFunc(receiver, unicode.IsSpace) {
				t.Fatalf("%q is no receiver: %s", receiver, link)
			}
		}
	}
	if whole && utf8.ValidString(body) && !strings.ContainsFunc(body, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		if got := strings.ReplaceAll(parsed.Query().Get("body"), "\r\n", "\n"); got != body {
			t.Fatalf("the body came out as %q, was %q", got, body)
		}
	}
}

func TestAMailLinkSaysWhatItWasGivenAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		to := rapid.SliceOfN(rapid.OneOf(rapid.StringMatching(`[a-z+.]{1,8}@[a-z]{1,8}\.org`), rapid.String()), 0, 3).Draw(t, "to")
		checkLink(t, to, rapid.String().Draw(t, "subject"), rapid.String().Draw(t, "body"))
	})
}

func TestAMailProgramReadsTheReceiversBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		to := rapid.SliceOfN(rapid.StringMatching(`[a-z][a-z0-9+_-]{0,8}@[a-z]{1,8}\.org`), 1, 4).Draw(t, "to")
		link, _ := present.Mailto(to, "s", "b")
		parsed, err := url.Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		receivers, err := url.PathUnescape(parsed.Opaque)
		if err != nil {
			t.Fatal(err)
		}
		list, err := mail.ParseAddressList(receivers)
		if err != nil || len(list) != len(to) {
			t.Fatalf("%s names %d receivers (%v), want %d", link, len(list), err, len(to))
		}
		for i := range list {
			if list[i].Address != to[i] {
				t.Errorf("receiver %d is %s, want %s", i, list[i].Address, to[i])
			}
		}
	})
}

func FuzzMailto(f *testing.F) {
	f.Add("ruth@example.com", "Invoice 14", "Dear Ruth,\n\nThank you.")
	f.Add("a@x.org\r\nBcc: b@y.org", "a\r\nCc: x@y.z", "&cc=x@y.z")
	f.Add("a@x.org?cc=b", "\xff", "\x00")
	f.Fuzz(func(t *testing.T, to, subject, body string) {
		checkLink(t, []string{to, "b@y.org"}, subject, body)
	})
}
