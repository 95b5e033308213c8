// Package widgets holds the parts the screens are made of: the look of the
// program (Theme, Hue), text that wraps, layouts that know heights depend on
// widths, and small controls drawn to measure. It knows nothing of clients and
// entries; strings come in ready-worded, verdicts and sources as their codes.
//
// # How the parts are made
//
// A part is a struct whose exported fields say what it shows. Make one as a
// literal, &Button{Text: "Save", Role: Primary, OnTapped: save}, or with its New
// function where it has one (parts with something inside need theirs). To change
// what it shows, set the fields and call Refresh. Every part looks its colours up
// in Refresh, so the theme can change while it is on screen. A literal may have
// been given its size before it is first drawn: CreateRenderer lays out too.
//
// Lengths are units, pixels at scale 1. Larger text is a larger scale of
// everything, which leaves fewer units for a window: every part works in a window
// of 853 by 533 units and none holds it open.
//
// # Heights that depend on widths
//
// The toolkit asks an object for one smallest size. A wrapped text has no such
// thing, so it is a [Fluid], and the layouts here ask it for its height at the
// width it will get: [NewColumn], [NewRow], [NewTopRow], [NewFlow], [NewGrid],
// [NewSplit], [Inset], [Limit], [Stretch], [Spring], [Stack], [Card]. A [Page] scrolls what
// they make. After changing what a screen says, refresh its Page (or the Overlay
// with Fit) and everything is laid out anew.
//
// # Inventory
//
// Words: [Text] with [Span]s, [NewHead], [NewQuestionHead], [SectionHead], [Link], [BackLink],
// [KeyValues] of [KeyValue], [EmptyPlace], [Hint].
//
// To press and choose: [Button], [Segment], [Option], [Pick], [Chip], [Rings], [TickBox], [Menu],
// [Reminder], [Fact].
//
// To type: [Field], [NewMultiLine], [Choice], [DateField], [LineEntry], [Paper], [Vent].
//
// To go step by step: [NewTrio] of [Steps] and what the present one is made of, [Progress], [Pace].
//
// To see: [Icon], [VerdictChip], [VerdictWord], [Score], [Spark], [Specimen],
// [Timeline], [Balance], [SharesBar], [Meters], [Scatter], [Boxes], [Bars], [Tally],
// [Table] (with a [DueBar] in a cell), [Stations], [Hairline], [Backdrop], [Logo].
//
// To hold: [Shell], [Rail], [Page], [VList] with [Slice], [Card], [Parted], [NewStrip],
// [Banner], [Overlay], [Toast].
//
// # Keyboard
//
// Tab goes from part to part in the order they are laid out and scrolls them into
// view; Space and Enter do what a click does. A list, a segment, a scale or a
// table is one stop and has a place inside it that the arrow keys move. A key a
// part has no use for goes to the canvas, so Escape closes an overlay from
// anywhere in it.
package widgets
