package demo

import (
	"fmt"
	"math/rand/v2"
)

// The sounds and trades names are put together from. Heads and joints are
// consonants only, vowels vowels only, so that no two choices spell the same root,
// not even to a reader who ignores case and the dots of the Turkish i.
var (
	heads  = []string{"B", "Br", "D", "Dr", "F", "G", "Gr", "H", "K", "Kr", "L", "M", "N", "P", "R", "S", "T", "Tr", "V", "W"}
	vowels = []string{"a", "e", "i", "o", "u", "ö", "ü", "ei"}
	joints = []string{"b", "d", "g", "k", "l", "ld", "lm", "m", "n", "nd", "r", "rst", "s", "t", "v", "z"}
	tails  = []string{"", "k", "l", "n", "r", "s"}
	trades = []string{
		"& Söhne", "Bakery", "Balıkçılık", "Boats", "Çini", "Drukkerij", "Fenster", "Fietsen", "Gardens",
		"Holzbau", "İplik", "Keramik", "Landschaftsarchitektur", "Mobilya", "Optik", "& Partners",
		"Reisebuchhandlung", "Seifen", "Textiel", "Tiyatrosu", "Verlag", "Weinhandel", "& Zonen",
	}
)

// names makes up names: the i-th of a seed is always the same, and no two are.
type names struct{ offset uint64 }

func newNames(seed uint64) names {
	return names{offset: rand.New(rand.NewPCG(seed, nameStream)).Uint64N(nameCount())}
}

// nameStream keeps the random numbers of names apart from those of stories.
const nameStream = 1<<63 + 1

// nameCount is how many names there are before they need a number.
func nameCount() uint64 {
	roots := len(heads) * len(vowels) * len(joints) * len(vowels) * len(tails)
	return uint64(roots) * uint64(len(trades))
}

// stride is a prime above every list, so steps of it reach each name once before
// they come round; it is large, so neighbours look nothing alike.
const stride = 1_000_003

// name reads a number as digits of mixed radix, one for each list.
func (n names) name(i int) string {
	total := nameCount()
	at := (n.offset + uint64(i)%total*stride) % total
	pick := func(list []string) string {
		part := list[at%uint64(len(list))]
		at /= uint64(len(list))
		return part
	}
	trade := pick(trades)
	name := pick(heads) + pick(vowels) + pick(joints) + pick(vowels) + pick(tails) + " " + trade
	if round := uint64(i) / total; round > 0 {
		name = fmt.Sprintf("%s %d", name, round+1)
	}
	return name
}
