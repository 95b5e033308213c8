package assets

import _ "embed"

// Rates is what the law of each country says of late payment: series of published
// rates with their sources, and which of them a country goes by. Package interest
// gives it a meaning.
//
//go:embed rates.json
var Rates []byte
