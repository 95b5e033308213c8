// Package guide knows the guides: what to do in a situation, one step at a time.
//
// A [Guide] is data, a file in the assets, and adding one adds no code: its
// structure stands there, its texts in the catalogues under keys made of its code
// and those of its steps. A [Step] is of one of ten kinds. Some only want to be
// read or ticked off; others do something in the book: log an entry, give a
// promise, note what is owed, write a letter. A gate is a step that stays shut
// until something is true.
//
// Which guide fits is data as well: each says which verdicts, which next steps of
// the judgement and which kinds of entry it answers ([Library.Offer]).
//
// The package also listens to tone ([Tone.Check]): the words of a draft that would
// make things worse, each with the reason and a gentler wording.
//
// Everything here is pure: texts, storage and clocks belong to others.
package guide
