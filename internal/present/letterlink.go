package present

import (
	"strings"
	"unicode"
)

// maxLink is the longest link handed to a mail program, in bytes. RFC 6068 sets no
// limit; Windows cuts a link at 2,083 (INTERNET_MAX_URL_LENGTH).
const maxLink = 2000

// Mailto is the link that opens a letter in the mail program, as RFC 6068 writes
// it: spaces as %20, ends of lines as %0D%0A, and nothing but receivers, subject
// and body. What cannot be an address is left out, and a subject is one line, so
// neither can bring in a header of its own.
//
// A body that would make the link too long for the system is left out (then the
// subject, then the receivers), and whole is false: what is missing has to be
// copied, as [Speaker.LetterTooLong] says.
func Mailto(to []string, subject, body string) (link string, whole bool) {
	var receivers []string
	for _, address := range to {
		if address = strings.TrimSpace(address); isAddress(address) {
			receivers = append(receivers, escape(address, "@"))
		}
	}
	receiver := "mailto:" + strings.Join(receivers, ",")
	headed := receiver + "?subject=" + escape(oneLine(subject), "")
	if link = headed + "&body=" + escape(crlf(body), ""); len(link) <= maxLink {
		return link, true
	}
	for _, link := range []string{headed, receiver} {
		if len(link) <= maxLink {
			return link, false
		}
	}
	return "mailto:", false
}

// isAddress tells what may stand as a receiver. The separators of receivers and
// headers, quotation marks and comments are refused rather than escaped: mail
// programs do not agree on what they mean.
func isAddress(s string) bool {
	at := strings.LastIndexByte(s, '@')
	odd := func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || r == unicode.ReplacementChar || strings.ContainsRune(`,;:<>()[]"\`, r)
	}
	return at > 0 && at < len(s)-1 && strings.Count(s, "@") == 1 && strings.IndexFunc(s, odd) < 0
}

// oneLine makes a single line of a text.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsControl(r) || r == ' ' }), " ")
}

// crlf ends lines as mail does and drops the other control characters.
func crlf(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
	return strings.ReplaceAll(text, "\n", "\r\n")
}

// escape writes every byte but the unreserved ones of RFC 3986 and those kept as
// %XX. net/url would write a space as "+", which mail programs show as it stands.
func escape(text, keep string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(strings.ToValidUTF8(text, "\uFFFD")) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9',
			strings.IndexByte("-._~"+keep, c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}
