package assess

import "math"

// beta is what is known of a chance after counting: the Beta distribution, which
// a count of successes (yes) and failures (no), both above zero and not
// necessarily whole, leaves of an unknown rate.
type beta struct{ yes, no float64 }

// mean is the chance that it happens next time.
func (b beta) mean() float64 { return b.yes / (b.yes + b.no) }

// quantileSteps halve the interval from 0 to 1 down to a millionth.
const quantileSteps = 20

// quantile returns the rate that the unknown one stays under with the given
// probability. The distribution only rises, so halving finds it.
func (b beta) quantile(p float64) float64 {
	low, high := 0.0, 1.0
	for range quantileSteps {
		if middle := (low + high) / 2; b.under(middle) < p {
			low = middle
		} else {
			high = middle
		}
	}
	return (low + high) / 2
}

// under returns the probability that the rate lies under x: the regularised
// incomplete beta function (NIST Digital Library of Mathematical Functions,
// 8.17). Its continued fraction (8.17.22) converges fast below the mean and is
// used from the other side above it (8.17.4).
func (b beta) under(x float64) float64 {
	switch {
	case x <= 0:
		return 0
	case x >= 1:
		return 1
	case x > (b.yes+1)/(b.yes+b.no+2):
		return 1 - beta{b.no, b.yes}.under(1-x)
	}
	both, _ := math.Lgamma(b.yes + b.no)
	yes, _ := math.Lgamma(b.yes)
	no, _ := math.Lgamma(b.no)
	front := math.Exp(both - yes - no + b.yes*math.Log(x) + b.no*math.Log1p(-x))
	return front * b.fraction(x) / b.yes
}

// The continued fraction is left when a step changes nothing in the twelfth
// digit; some tens of steps do even for thousands of observations.
const (
	fractionSteps = 300
	fractionDone  = 1e-12
)

// fraction evaluates the continued fraction from its front, by Lentz's method as
// modified by Thompson and Barnett (Journal of Computational Physics, 1986).
func (b beta) fraction(x float64) float64 {
	const tiny = 1e-300 // stands in for a zero to divide by
	apart := func(v float64) float64 {
		if math.Abs(v) < tiny {
			return tiny
		}
		return v
	}
	c, d := 1.0, 1/apart(1-(b.yes+b.no)*x/(b.yes+1))
	value := d
	for step := range fractionSteps {
		m := float64(step + 1)
		even := m * (b.no - m) * x / ((b.yes + 2*m - 1) * (b.yes + 2*m))
		odd := -(b.yes + m) * (b.yes + b.no + m) * x / ((b.yes + 2*m) * (b.yes + 2*m + 1))
		change := 1.0
		for _, term := range [...]float64{even, odd} {
			c, d = apart(1+term/c), 1/apart(1+term*d)
			value *= c * d
			change = c * d
		}
		if math.Abs(change-1) < fractionDone {
			break
		}
	}
	return value
}
