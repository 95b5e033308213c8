package guide

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// toneOf reads the words of a language as the program does.
func toneOf(t testing.TB, language string) *Tone {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "tone", language+".json"))
	if err != nil {
		t.Fatal(err)
	}
	tone, err := ReadTone(data)
	if err != nil {
		t.Fatal(err)
	}
	return tone
}

// found are the hints of a draft as "code: phrase".
func found(tone *Tone, kind, draft string) []string {
	var told []string
	for _, h := range tone.Check(kind, draft) {
		told = append(told, h.Code+": "+h.Phrase)
	}
	return told
}

func TestWhatMakesALetterWorseIsFoundInEveryLanguage(t *testing.T) {
	for _, c := range []struct{ language, kind, draft, want string }{
		{"en", "demand", "You IDIOTS never pay.", "insult: IDIOTS|absolute: never"},
		{"en", "explain", "As I already explained, that is wrong.", "superior: As I already explained|contradict: that is wrong"},
		{"en", "apology", "A thousand apologies. I know exactly how you feel.", "effusive: A thousand apologies|sympathy: I know exactly how you feel"},
		{"en", "boundary", "As per my last mail, you’re narcissistic :-)", "cold: As per my last|diagnosis: narcissistic|joke: :-)"},
		{"en", "apology", "I will send it soon.", "no_date: soon"},
		{"en", "apology", "I’ll send the files.", "no_date: I’ll send"},
		{"en", "closing", "You were a rude and lovely client.", "adjective: rude|adjective: lovely"},
		{"en", "thanks", "You were a lovely client.", ""},
		{"en", "demand", "Please pay [amount] by [day].", "blank: [amount]|blank: [day]"},
		{"de", "demand", "Sie zahlen IMMER zu spät, das ist unverschämt.", "absolute: IMMER|insult: unverschämt"},
		{"de", "explain", "Beruhigen Sie sich. Das stimmt nicht.", "superior: Beruhigen Sie sich|contradict: Das stimmt nicht"},
		{"de", "apology", "Ich weiß genau, wie Sie sich fühlen. Es tut mir unendlich leid.", "sympathy: Ich weiß genau, wie Sie sich fühlen|effusive: unendlich leid"},
		{"de", "apology", "Ich melde mich so bald wie möglich.", "no_date: so bald wie möglich"},
		{"de", "notice", "Die Zusammenarbeit war schwierig.", "adjective: schwierig"},
		{"de", "boundary", "Sie sind ein Narzisst 😂", "diagnosis: Narzisst|joke: 😂"},
		{"tr", "demand", "Hiçbir zaman ödemiyorsunuz, IKTISAT bilmiyorsunuz, aptalca bu.", "absolute: Hiçbir zaman|insult: aptalca"},
		{"tr", "explain", "Sakin olun, yanılıyorsunuz.", "superior: Sakin olun|contradict: yanılıyorsunuz"},
		{"tr", "apology", "En kısa sürede dönüş yapacağım.", "no_date: En kısa sürede"},
		{"tr", "boundary", "İnanılmaz, tam bir NARSİST. Tarafınıza bildirilir.", "effusive: İnanılmaz|diagnosis: NARSİST|cold: Tarafınıza bildirilir"},
		{"nl", "demand", "U betaalt nooit op tijd. Belachelijk.", "absolute: nooit|insult: Belachelijk"},
		{"nl", "explain", "Zoals ik al zei: dat klopt niet.", "superior: Zoals ik al zei|contradict: dat klopt niet"},
		{"nl", "apology", "Duizendmaal excuses. Ik kom erop terug.", "effusive: Duizendmaal excuses|no_date: Ik kom erop terug"},
		{"nl", "closing", "U was een lastige klant, ik weet hoe je je voelt, lol", "adjective: lastige|sympathy: ik weet hoe je je voelt|joke: lol"},
	} {
		if got := strings.Join(found(toneOf(t, c.language), c.kind, c.draft), "|"); got != c.want {
			t.Errorf("%s, %s, %q: got %q, want %q", c.language, c.kind, c.draft, got, c.want)
		}
	}
}

func TestAPlainLetterHasNoHint(t *testing.T) {
	for language, draft := range map[string]string{
		"en": "Thank you for saying it, as always. The files are with you by 2 July. Nobody’s fault, and never mind.\n\nKind regards",
		"de": "Danke, wie immer. Die Dateien hast du bis 2. Juli. Ich melde mich am Freitag.\n\nMit freundlichen Grüßen",
		"tr": "Her zamanki gibi teşekkürler. Dosyaları cuma günü göndereceğim.\n\nSelamlar",
		"nl": "Dank, zoals altijd. Ik stuur het op 2-7-2026. In totaal zijn het drie pagina’s.\n\nMet vriendelijke groet",
	} {
		if got := found(toneOf(t, language), "closing", draft); len(got) > 0 {
			t.Errorf("%s: %q", language, got)
		}
	}
}

func TestAPromiseWithADayIsOne(t *testing.T) {
	tone := toneOf(t, "en")
	for draft, dated := range map[string]bool{
		"I will send it on Friday.": true, "I will send it by 3/7.": true, "I will send it by [day].": true,
		"I will send it. On Friday we meet.": false, "You will get version 2.5 soon.": false, "I will send you 3.50 back.": false,
		"I will send it\nby Friday.": false,
	} {
		if got := len(tone.Check("offer", draft)) == 0 || tone.Check("offer", draft)[0].Code == HintBlank; got != dated {
			t.Errorf("%q: dated is %v", draft, got)
		}
	}
}

func TestAButTakesBackOnlyAnApology(t *testing.T) {
	for _, c := range []struct{ language, draft, want string }{
		{"en", "I am sorry, but May was a very full month for us. It is done.", "but May was a very full month for us"},
		{"en", "I am sorry. However, you were late too. It is done.", "However, you were late too"},
		{"en", "The work is done, but the files are missing.", ""},
		{"en", "But I am sorry.", ""},
		{"de", "Es tut mir leid, aber der Mai war voll.", "aber der Mai war voll"},
		{"tr", "Özür dilerim ama mayıs çok yoğundu.", "ama mayıs çok yoğundu"},
		{"nl", "Mijn excuses, maar mei was druk.", "maar mei was druk"},
	} {
		var got []string
		for _, h := range toneOf(t, c.language).Check("apology", c.draft) {
			if h.Code == HintBut {
				got = append(got, h.Phrase)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q, want %q", c.draft, got, c.want)
		}
	}
}

func TestAButHidesNothingWorse(t *testing.T) {
	got := strings.Join(found(toneOf(t, "en"), "apology", "I am sorry about the proof, but you are an idiot and you always change everything."), "|")
	if want := "insult: idiot|absolute: always"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAGentlerWordingIsOfferedWhereThereIsOne(t *testing.T) {
	for _, language := range []string{"en", "de", "tr", "nl"} {
		tone := toneOf(t, language)
		gentler := map[string]int{}
		for _, s := range tone.says {
			if s.instead != "" {
				gentler[s.code]++
			}
			for _, h := range tone.Check("apology", s.instead) {
				if h.Code != HintNoDate {
					t.Errorf("%s: %q is offered for %q and makes it worse itself: %s", language, s.instead, s.words, h.Code)
				}
			}
		}
		for _, code := range []string{HintAbsolute, HintContradict, HintCold, HintEffusive, HintSympathy} {
			if gentler[code] < 3 {
				t.Errorf("%s: %s has %d gentler wordings", language, code, gentler[code])
			}
		}
	}
}

func TestHintsStandApartInTheOrderOfTheDraft(t *testing.T) {
	tone := toneOf(t, "en")
	bits := []string{"You never", "idiot", "I am sorry", "but", "soon", "[day]", ".", ", ", "\n", "Ünal", "😉", "that is wrong", "always", "[", "]", "kind regards"}
	rapid.Check(t, func(t *rapid.T) {
		draft := strings.Join(rapid.SliceOfN(rapid.SampledFrom(bits), 0, 12).Draw(t, "bits"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		end := 0
		for _, h := range tone.Check(rapid.SampledFrom([]string{"apology", "closing"}).Draw(t, "kind"), draft) {
			if h.From < end || h.To <= h.From || h.To > len(draft) || draft[h.From:h.To] != h.Phrase {
				t.Fatalf("%q: %+v, the one before ends at %d", draft, h, end)
			}
			if !slices.Contains(HintCodes(), h.Code) {
				t.Fatalf("%q: a hint %q", draft, h.Code)
			}
			end = h.To
		}
	})
}

func TestWordsOfToneThatSayNothingAreRefused(t *testing.T) {
	for name, data := range map[string]string{
		"no JSON":        `{`,
		"another field":  `{"language": "en", "word": []}`,
		"another hint":   `{"language": "en", "says": {"rude": [{"say": "x"}]}}`,
		"an empty word":  `{"language": "en", "says": {"insult": [{"say": ""}]}}`,
		"a mark":         `{"language": "en", "says": {"insult": [{"say": "x!"}]}}`,
		"an empty joke":  `{"language": "en", "marks": [" "]}`,
		"two words":      `{"language": "en", "but": ["and yet"]}`,
		"nothing vague":  `{"language": "en", "vague": ["*"]}`,
		"a day of signs": `{"language": "en", "days": ["?"]}`,
	} {
		if _, err := ReadTone([]byte(data)); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
