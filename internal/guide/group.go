package guide

// What a guide is for: the parts of the library.
const (
	GroupBegin   = "begin"   // before trouble: expectations, care
	GroupRecover = "recover" // the extra mile
	GroupFirm    = "firm"    // boundaries, insults, threats
	GroupMoney   = "money"   // what is owed, and terms
	GroupSelf    = "self"    // one's own anger and doubts
	GroupEnd     = "end"     // the way out
)

// Groups returns the parts of the library in the order they are listed.
func Groups() []string {
	return []string{GroupBegin, GroupRecover, GroupFirm, GroupMoney, GroupSelf, GroupEnd}
}
