package present

// Has reports whether there is a text of this key.
func (s *Speaker) Has(key string) bool { return s.has(key) }

// Hundred is the rounding of shares.
var Hundred = hundred

// Titled is the name an argument of a problem has in templates.
var Titled = titled
