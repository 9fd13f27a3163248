package main

import (
	"math"
	"slices"
)

// What bench/stats.js does in the page, for what is measured from outside of it.

type summary struct {
	Median float64 `json:"median"`
	Lower  float64 `json:"lower"` // quartile
	Upper  float64 `json:"upper"` // quartile
	Rounds int     `json:"rounds"`
}

// spread is how far the quartiles lie apart, as a part of the median.
func (s summary) spread() float64 {
	if s.Median == 0 {
		return 0
	}
	return (s.Upper - s.Lower) / s.Median
}

// summarize needs at least one sample.
func summarize(samples []float64) summary {
	sorted := slices.Sorted(slices.Values(samples))
	return summary{quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75), len(sorted)}
}

// quantile is linear between the two nearest samples.
func quantile(sorted []float64, fraction float64) float64 {
	below, part := math.Modf(fraction * float64(len(sorted)-1))
	i := int(below)
	if part == 0 {
		return sorted[i]
	}
	return sorted[i] + (sorted[i+1]-sorted[i])*part
}

// fill sets what each library was measured with, and the ratios to ours within each round. All have as many rounds.
func (c *testCase) fill(samples map[string][]float64) {
	c.Operations = 1
	c.Libraries = map[string]measured{}
	for id, theirs := range samples {
		m := measured{Units: 1, Value: summarize(theirs)}
		ratios := make([]float64, len(theirs))
		for round, sample := range theirs {
			m.Samples = append(m.Samples, &sample)
			ratios[round] = sample / samples[ours][round]
		}
		m.Ratio = summarize(ratios)
		c.Libraries[id] = m
	}
}
