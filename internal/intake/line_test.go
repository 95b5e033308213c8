package intake_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/rapport-desktop/rapport/internal/intake"
	"github.com/rapport-desktop/rapport/internal/rapport"
)

// today is a Tuesday.
var today = rapport.NewDate(2026, 6, 30)

func clients(names ...string) *intake.Names {
	var named []intake.Named
	for i, name := range names {
		named = append(named, intake.Named{ID: rapport.ID{15: byte(i + 1)}, Name: name})
	}
	return intake.NewNames(named)
}

func practice(t testing.TB) intake.LineContext {
	return intake.LineContext{
		Words: words(t, "en"), Today: today,
		Clients: clients("Acme", "Harbour Studio", "Van Dijk Bouw", "Van Dijk Advies", "Güneş Ajans",
			"Müller & Söhne", "Friday Night Films", "Callaghan", "Lindqvist & Co", "Osman Textiles", "Studio 3"),
	}
}

// facts writes what was understood the way the tables below do: the client, then
// what differs from an entry of today about which nothing was said.
func facts(l intake.Line) string {
	e := l.Entry
	parts := []string{string(e.Kind)}
	switch l.Client.Certainty {
	case intake.Unknown:
		parts = append([]string{"nobody"}, parts...)
	case intake.Near, intake.Several:
		parts = append([]string{fmt.Sprintf("one of %d", len(l.Client.Candidates))}, parts...)
	default:
		parts = append([]string{l.Client.Found.Name}, parts...)
	}
	add := func(name string, value any, said bool) {
		if said {
			parts = append(parts, fmt.Sprintf("%s%v", name, value))
		}
	}
	add("s", e.Severity, e.Severity != rapport.DefaultSeverity)
	add("", "justified "+string(e.Justified), e.Justified != "")
	add("", "scope "+string(e.Scope), e.Scope != "")
	add("by ", e.Channel, e.Channel != "")
	energy, hasEnergy := e.Cost.Energy.Get()
	anger, hasAnger := e.Cost.Anger.Get()
	add("e", energy, hasEnergy)
	add("a", anger, hasAnger)
	add("m", e.Cost.Minutes, e.Cost.Minutes != 0)
	add("", e.On, e.On != today)
	for _, t := range l.Tokens {
		if t.Problem != nil {
			parts = append(parts, "!"+t.Problem.Code)
		}
	}
	return strings.Join(parts, ", ") + " | " + e.Note
}

type sentence struct{ text, want string }

func check(t *testing.T, sentences []sentence) {
	t.Helper()
	in := practice(t)
	for _, s := range sentences {
		if got := facts(intake.ParseLine(s.text, in)); got != s.want {
			t.Errorf("%s\n got  %s\n want %s", s.text, got, s.want)
		}
	}
}

func TestFactsStandAtTheFrontAndTheRestIsTheNote(t *testing.T) {
	check(t, []sentence{
		{"acme complaint unfair 2 e4 20m yesterday asked for a fourth redesign", "Acme, complaint, s2, justified no, e4, m20, 2026-06-29 | asked for a fourth redesign"},
		{"yesterday acme e4 complaint 20m 2 unfair asked  for a fourth  redesign", "Acme, complaint, s2, justified no, e4, m20, 2026-06-29 | asked  for a fourth  redesign"},
		{"ACME Demand beyond scope 4 monday one more landing page", "Acme, demand, s4, scope beyond, 2026-06-29 | one more landing page"},
		{"acme was very rude yesterday e4 told me I was useless", "Acme, disrespect, e4, 2026-06-29 | told me I was useless"},
		{"Acme's complaint, unfair: 2.", "Acme, complaint, s2, justified no | "},
		{"acme late payment 3 days", "Acme, late_payment | 3 days"},
		{"acme paid late 4 after two reminders", "Acme, late_payment | paid late 4 after two reminders"},
		{"acme call 20m e2 budget for autumn", "Acme, contact, by phone, e2, m20 | budget for autumn"},
		{"call acme complaint", "Acme, complaint, by phone | "},
		{"acme complaint by phone 4", "Acme, complaint, s4, by phone | "},
		{"acme meeting 1h 30m agreed on the plan", "Acme, cooperation, by in_person, m90 | agreed on the plan"},
		{"acme no-show 4 waited in the cold", "Acme, intrusion, s4 | waited in the cold"},
		{"acme sorry e0", "Acme, apology, e0 | "},
		{"acme we apologised for the delay", "Acme, our_apology | we apologised for the delay"},
		{"acme a7 threat s5 said he would sue", "Acme, threat, s5, a7 | said he would sue"},
		{"acme insult a! in front of everybody", "Acme, disrespect, a10 | in front of everybody"},
		{"acme complaint anger 7 energy 4 severity 2 colours", "Acme, complaint, s2, e4, a7 | colours"},
		{"acme public criticism 4", "Acme, public_criticism, s4 | "},
		{"acme complaint justified? 2", "Acme, complaint, s2, justified unsure | "},
		{"acme complaint partly justified 2 typo on page one", "Acme, complaint, s2, justified partly | typo on page one"},
		{"acme", "Acme,  | "},
		{"", "nobody,  | "},
	})
}

func TestANoteIsNotEaten(t *testing.T) {
	check(t, []sentence{
		{"acme asked for 3 more logos on Monday", "Acme, demand | asked for 3 more logos on Monday"},
		{"acme complaint wants 3 more logos on Monday", "Acme, complaint | wants 3 more logos on Monday"},
		{"acme complaint colours on Monday by phone", "Acme, complaint | colours on Monday by phone"},
		{"acme complaint about yesterday", "Acme, complaint | about yesterday"},
		{"acme complained 3 times", "Acme, complaint | complained 3 times"},
		{"acme complained 2 pictures were missing", "Acme, complaint | complained 2 pictures were missing"},
		{"acme complained 2 e4 loudly", "Acme, complaint, s2, e4 | complained 2 e4 loudly"},
		{"acme complaint phone rang all night", "Acme, complaint | phone rang all night"},
		{"acme complaint asked for changes e4 20m 2026-06-28 again", "Acme, complaint, e4, m20, 2026-06-28 | asked for changes again"},
		{"acme complaint wants it by 2026-12-01", "Acme, complaint | wants it by 2026-12-01"},
		{"acme complaint wants e4 and e5", "Acme, complaint, e4 | wants and e5"},
		{"acme complaint - e4 was the model number", "Acme, complaint | e4 was the model number"},
		{"acme - complaint - 20m of silence", "Acme, complaint | 20m of silence"},
		{"acme complaint 2\n  e4 was the model,\n20m long", "Acme, complaint, s2 | e4 was the model,\n20m long"},
		{"acme demand a4 flyers by Friday", "Acme, demand | a4 flyers by Friday"},
		{"acme demand S3 storage", "Acme, demand | S3 storage"},
		{"acme intrusion 20 minutes early", "Acme, intrusion | 20 minutes early"},
		{"acme demand 20 m of cable", "Acme, demand | 20 m of cable"},
		{"acme demand 24/7 support", "Acme, demand | 24/7 support"},
		{"acme complaint 15 pages", "Acme, complaint | 15 pages"},
	})
}

func TestWordsThatTellStayInTheNoteAndVerbsNameNoChannelBehindTheKind(t *testing.T) {
	check(t, []sentence{
		{"harbour disrespect 4 e5 2026-06-03 called me an amateur", "Harbour Studio, disrespect, s4, e5, 2026-06-03 | called me an amateur"},
		{"harbour she shouted at me on the phone for an hour 5", "Harbour Studio, disrespect, by phone | she shouted at me on the phone for an hour 5"},
		{"harbour called me an amateur", "Harbour Studio,  | called me an amateur"},
		{"harbour calls us thieves", "Harbour Studio,  | calls us thieves"},
		{"harbour called me on the phone 20m budget", "Harbour Studio, contact, by phone, m20 | called me on the phone 20m budget"},
		{"harbour complaint phoned twice", "Harbour Studio, complaint | phoned twice"},
		{"harbour complaint by mail 2 too dark", "Harbour Studio, complaint, s2, by mail | too dark"},
		{"harbour complaint phone e4 too dark", "Harbour Studio, complaint, by phone, e4 | too dark"},
		{"harbour wants mail", "Harbour Studio, demand | wants mail"},
		{"harbour complained on the phone 3 logos missing", "Harbour Studio, complaint, by phone | complained on the phone 3 logos missing"},
		{"yesterday harbour 2 complained - e4 was too dark", "Harbour Studio, complaint, s2, 2026-06-29 | complained - e4 was too dark"},
		{"harbour spoke to me like a child", "Harbour Studio,  | spoke to me like a child"},
		{"harbour wrote a bad review", "Harbour Studio,  | wrote a bad review"},

		{"harbour Beleidigung 4 rief mich einen Stümper", "Harbour Studio, disrespect, s4 | rief mich einen Stümper"},
		{"harbour nannte mich einen Amateur", "Harbour Studio,  | nannte mich einen Amateur"},
		{"harbour Beschwerde 2 rief an und legte auf", "Harbour Studio, complaint, s2 | rief an und legte auf"},
		{"harbour rief an 20min wegen Budget", "Harbour Studio, contact, by phone, m20 | rief an 20min wegen Budget"},
		{"harbour Beschwerde telefonisch 2 zu dunkel", "Harbour Studio, complaint, s2, by phone | zu dunkel"},
		{"harbour schrie mich an am Telefon eine Stunde lang", "Harbour Studio, disrespect, by phone | schrie mich an am Telefon eine Stunde lang"},
		{"harbour Kritik schrieb schlecht über uns", "Harbour Studio, complaint | schrieb schlecht über uns"},

		{"harbour hakaret 4 aradı bana amatör dedi", "Harbour Studio, disrespect, s4 | aradı bana amatör dedi"},
		{"harbour aradı dün bütçe için", "Harbour Studio, contact, by phone, 2026-06-29 | aradı dün bütçe için"},
		{"harbour şikayet telefonla 2 çok koyu", "Harbour Studio, complaint, s2, by phone | çok koyu"},
		{"harbour bağırdı telefonda bir saat boyunca", "Harbour Studio, disrespect, by phone, m60 | bağırdı telefonda bir saat boyunca"},
		{"harbour eleştiri yazdı durdu", "Harbour Studio, complaint | yazdı durdu"},

		{"harbour belediging 4 belde om te schelden", "Harbour Studio, disrespect, s4 | belde om te schelden"},
		{"harbour noemde me een amateur", "Harbour Studio,  | noemde me een amateur"},
		{"harbour belde me gisteren over de planning", "Harbour Studio, contact, by phone, 2026-06-29 | belde me gisteren over de planning"},
		{"harbour belde aan om elf uur", "Harbour Studio,  | belde aan om elf uur"},
		{"harbour klacht per mail 2 te donker", "Harbour Studio, complaint, s2, by mail | te donker"},
		{"harbour schreeuwde tegen me aan de telefoon", "Harbour Studio, disrespect, by phone | schreeuwde tegen me aan de telefoon"},
	})
}

func TestWhatTurnsAFactRoundKeepsItFromBeingRead(t *testing.T) {
	check(t, []sentence{
		{"acme not rude at all", "Acme,  | not rude at all"},
		{"acme payment not received", "Acme,  | payment not received"},
		{"acme we insulted them", "Acme,  | we insulted them"},
		{"acme complaint withdrawn", "Acme,  | complaint withdrawn"},
		{"acme complaint not justified 2", "Acme, complaint, s2, justified no | "},
		{"acme nicht bezahlt 4", "Acme, non_payment, s4 | "},
		{"acme keine Beschwerde", "Acme,  | keine Beschwerde"},
		{"acme kaba değildi", "Acme,  | kaba değildi"},
		{"acme şikayet haklı değil", "Acme, complaint, justified no | "},
		{"acme ödeme gelmedi 4", "Acme, non_payment, s4 | "},
		{"acme geen klacht", "Acme,  | geen klacht"},
		{"acme heeft niet betaald", "Acme, non_payment | heeft niet betaald"},
		{"acme unfair demand 2 pay less", "Acme, demand, s2 | unfair pay less"},
		{"acme complaint extra charges wrong", "Acme, complaint | extra charges wrong"},
	})
}

func TestGermanTurkishAndDutchMixFreely(t *testing.T) {
	check(t, []sentence{
		{"acme Beschwerde unberechtigt 2 e4 20min gestern wollte einen vierten Entwurf", "Acme, complaint, s2, justified no, e4, m20, 2026-06-29 | wollte einen vierten Entwurf"},
		{"acme hat sich beschwert vor 3 Tagen, Farben zu dunkel", "Acme, complaint, 2026-06-27 | hat sich beschwert vor 3 Tagen, Farben zu dunkel"},
		{"acme Lob vorgestern tolle Arbeit", "Acme, praise, 2026-06-28 | tolle Arbeit"},
		{"acme Anruf eine halbe Stunde am Freitag Budget", "Acme, contact, by phone, m30, 2026-06-26 | Budget"},
		{"acme Forderung außerhalb 4 vor einer Woche noch ein Shop", "Acme, demand, s4, scope beyond, 2026-06-23 | noch ein Shop"},
		{"acme zu spät bezahlt Schwere 2", "Acme, late_payment, s2 | zu spät bezahlt Schwere 2"},
		{"acme Drohung 5 per E-Mail 12. Mai", "Acme, threat, s5, by mail, 2026-05-12 | "},
		{"acme Stoerung 2 sonntags um sieben", "Acme, intrusion, s2, 2026-06-28 | um sieben"},
		{"acme haksız şikayet 2 e4 20dk dün dördüncü kez yeniden tasarım istedi", "Acme, complaint, s2, justified no, e4, m20, 2026-06-29 | dördüncü kez yeniden tasarım istedi"},
		{"acme sikayet etti haksiz 3 gun once logo küçük dedi", "Acme, complaint, justified no, 2026-06-27 | sikayet etti haksiz 3 gun once logo küçük dedi"},
		{"ACME ÖDEDİ DÜN", "Acme, payment, 2026-06-29 | ÖDEDİ DÜN"},
		{"acme geç ödedi geçen pazartesi", "Acme, late_payment, 2026-06-29 | geç ödedi geçen pazartesi"},
		{"acme telefonda kaba e3 yarım saat bağırıp durdu", "Acme, disrespect, by phone, e3, m30 | bağırıp durdu"},
		{"acme özür diledi evvelsi gün", "Acme, apology, 2026-06-28 | özür diledi evvelsi gün"},
		{"acme talep kapsam dışı 1,5 saat bir sayfa daha", "Acme, demand, scope beyond, m90 | bir sayfa daha"},
		{"acme klacht onterecht 2 e4 20m gisteren vroeg om een vierde ontwerp", "Acme, complaint, s2, justified no, e4, m20, 2026-06-29 | vroeg om een vierde ontwerp"},
		{"acme te laat betaald 2 weken geleden", "Acme, late_payment, 2026-06-16 | te laat betaald 2 weken geleden"},
		{"acme was erg onbeschoft afgelopen vrijdag", "Acme, disrespect, 2026-06-26 | "},
		{"acme belde een kwartier e1 over de planning", "Acme, contact, by phone, e1, m15 | belde een kwartier e1 over de planning"},
		{"acme eis meerwerk 4 twee uur eergisteren nog een pagina", "Acme, demand, s4, scope beyond, m120, 2026-06-28 | nog een pagina"},
		{"acme excuus per app 2", "Acme, apology, s2, by chat | "},
		{"acme Beschwerde haksız gisteren e2 wie immer", "Acme, complaint, justified no, e2, 2026-06-29 | wie immer"},
	})
}

func TestDaysAreReadOnlyWhenTheyCanBeOnlyOne(t *testing.T) {
	check(t, []sentence{
		{"acme note 2026-06-01", "Acme, note, 2026-06-01 | "},
		{"acme note 2026/6/1", "Acme, note, 2026-06-01 | "},
		{"acme note on 12.5.", "Acme, note, 2026-05-12 | "},
		{"acme note 24.12.", "Acme, note, 2025-12-24 | "},
		{"acme note 12.05.2026", "Acme, note, 2026-05-12 | "},
		{"acme note 12.5.26", "Acme, note, 2026-05-12 | "},
		{"acme note 24/01/2026", "Acme, note, 2026-01-24 | "},
		{"acme note 01/24/2026", "Acme, note, 2026-01-24 | "},
		{"acme note 5-5-2026", "Acme, note, 2026-05-05 | "},
		{"acme note 01/02/2026", "Acme, note, !date_ambiguous | "},
		{"acme note 12 May", "Acme, note, 2026-05-12 | "},
		{"acme note May 12, 2025", "Acme, note, 2025-05-12 | "},
		{"acme note 5 Haziran", "Acme, note, 2026-06-05 | "},
		{"acme note 3 maart 2026", "Acme, note, 2026-03-03 | "},
		{"acme note Tuesday", "Acme, note, 2026-06-23 | "},
		{"acme note 3d ago", "Acme, note, 2026-06-27 | "},
		{"acme note a week ago", "Acme, note, 2026-06-23 | "},
		{"acme note today", "Acme, note | "},
		{"acme note 12.5 percent", "Acme, note | 12.5 percent"},
	})
}

func TestMinutesInEveryWayPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]int{
		"20m": 20, "20min": 20, "1h": 60, "1h30": 90, "1h30m": 90, "1.5h": 90, "1,5h": 90, "1:30h": 90, "2u": 120, "20dk": 20,
		"20 minutes": 20, "20 Minuten": 20, "20 dakika": 20, "20 minuten": 20, "an hour": 60, "drei Stunden": 180, "iki saat": 120, "anderhalf uur": 90,
	} {
		line := intake.ParseLine("acme note "+text, practice(t))
		if line.Entry.Cost.Minutes != want || line.Entry.Note != "" {
			t.Errorf("%s is %d minutes, note %q, want %d", text, line.Entry.Cost.Minutes, line.Entry.Note, want)
		}
	}
}

func TestAFactThatCannotBeIsReportedBesideItsToken(t *testing.T) {
	for text, want := range map[string]*rapport.Problem{
		"acme complaint 9 too much":      rapport.ErrSeverity,
		"acme complaint 0":               rapport.ErrSeverity,
		"acme complaint s8":              rapport.ErrSeverity,
		"acme complaint e7 too much":     rapport.ErrEnergy,
		"acme complaint a11":             rapport.ErrAnger,
		"acme complaint 999h":            rapport.ErrMinutes,
		"acme complaint tomorrow":        rapport.ErrDateFuture,
		"acme complaint 2026-12-01":      rapport.ErrDateFuture,
		"acme complaint 2026-02-30":      rapport.ErrDateForm,
		"acme complaint 30.2.2026":       rapport.ErrDateForm,
		"acme complaint 1066-10-14":      rapport.ErrDateRange,
		"acme complaint 01/02/2026 late": intake.ErrDateAmbiguous,
		"van dijk complaint":             intake.ErrNameSeveral,
		"habour complaint":               intake.ErrNameNear,
		"zebra consulting complaint":     intake.ErrNameUnknown,
	} {
		line := intake.ParseLine(text, practice(t))
		var reported *rapport.Problem
		for _, token := range line.Tokens {
			if token.Problem != nil {
				reported = token.Problem
			}
		}
		if !errors.Is(reported, want) || !errors.Is(line.Err(), want) {
			t.Errorf("%s: token says %v, line says %v, want %s", text, reported, line.Err(), want.Code)
		}
	}
	for text, want := range map[string]*rapport.Problem{"": intake.ErrLineClient, "complaint": intake.ErrLineClient, "acme 3": intake.ErrLineKind} {
		if err := intake.ParseLine(text, practice(t)).Err(); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %s", text, err, want.Code)
		}
	}
	if err := intake.ParseLine("acme complaint 3", practice(t)).Err(); err != nil {
		t.Errorf("a good line is refused: %v", err)
	}
}

func TestClientsAreFoundInTheLine(t *testing.T) {
	check(t, []sentence{
		{"harbour note", "Harbour Studio, note | "},
		{"harbour st note", "Harbour Studio, note | "},
		{"harbourstudio note", "Harbour Studio, note | "},
		{"van dijk bouw note", "Van Dijk Bouw, note | "},
		{"van dijk note", "one of 2, note, !name_several | "},
		{"advies note", "Van Dijk Advies, note | "},
		{"habour note", "one of 1, note, !name_near | "},
		{"mueller & soehne note", "Müller & Söhne, note | "},
		{"muller note", "Müller & Söhne, note | "},
		{"Güneş'ten özür geldi", "Güneş Ajans, apology | geldi"},
		{"gunes ajans note", "Güneş Ajans, note | "},
		{"friday note 2 too dark", "Friday Night Films, note, s2 | too dark"},
		{"acme friday note", "Acme, note, 2026-06-26 | "},
		{"studio 3 note 2", "Studio 3, note, s2 | "},
		{`"Harbour Studio" note`, "Harbour Studio, note | "},
		{"zebra consulting note 2 hello", "nobody, note, s2, !name_unknown | hello"},
		{"told acme off", "nobody,  | told acme off"},
	})
}

func TestTheStartOfANameDoesNotReachIntoTheFacts(t *testing.T) {
	in := practice(t)
	in.Clients = clients("Harbour Fridays")
	line := intake.ParseLine("harbour friday note", in)
	if got, want := facts(line), "Harbour Fridays, note, 2026-06-26 | "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAPastedTextIsNoteToItsLastWord(t *testing.T) {
	text := "acme complaint 2 e4 " + strings.Repeat("wort ", 200_000) + "20m"
	line := intake.ParseLine(text, practice(t))
	nothingLost(t, text, line)
	if line.Entry.Severity != 2 || !strings.HasSuffix(line.Entry.Note, "wort 20m") {
		t.Errorf("severity %d, note ends in %q", line.Entry.Severity, line.Entry.Note[len(line.Entry.Note)-20:])
	}
}
