package demo

import (
	"encoding/binary"
	"math/rand/v2"

	"github.com/rapport-desktop/rapport/internal/rapport"
)

// ids deals out version 7 UUIDs (RFC 9562, section 5.7) that depend on a seed and
// a day instead of the clock. The time in them begins the day before and runs on
// by a millisecond a record: as if everything had been recorded then in one go,
// so that what the user records next sorts after it.
type ids struct {
	random *rand.PCG
	millis uint64 // since 1970
}

func newIDs(today rapport.Date, seed uint64) *ids {
	return &ids{random: rand.NewPCG(seed, idStream), millis: uint64(today.AddDays(-1).Time().UnixMilli())}
}

// idStream keeps the random numbers of ids apart from those of stories.
const idStream = 1 << 63

// next returns an id that sorts after all those before it.
func (g *ids) next() rapport.ID {
	var id rapport.ID
	binary.BigEndian.PutUint64(id[:8], g.millis<<16|g.random.Uint64()&0xffff)
	binary.BigEndian.PutUint64(id[8:], g.random.Uint64())
	id[6] = id[6]&0x0f | 0x70 // version 7
	id[8] = id[8]&0x3f | 0x80 // the variant of RFC 9562
	g.millis++
	return id
}
