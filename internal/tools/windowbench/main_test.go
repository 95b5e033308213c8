package main

import (
	"testing"
	"time"
)

func TestTheMedianIgnoresOneSlowStart(t *testing.T) {
	first := func(s shot) float64 { return float64(s.first) }
	for _, c := range []struct {
		starts []time.Duration
		want   float64
	}{
		{[]time.Duration{7}, 7},
		{[]time.Duration{9, 1}, 5},
		{[]time.Duration{3, 900, 2}, 3},
	} {
		var shots []shot
		for _, d := range c.starts {
			shots = append(shots, shot{first: d})
		}
		if got := median(shots, first); got != c.want {
			t.Errorf("median of %v is %v, want %v", c.starts, got, c.want)
		}
	}
}
