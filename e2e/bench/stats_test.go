package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSummariesAreThoseOfThePage(t *testing.T) {
	assert.Equal(t, summary{3, 2, 9, 5}, summarize([]float64{10, 9, 1, 3, 2}))
	assert.Equal(t, summary{2.5, 1.75, 3.25, 4}, summarize([]float64{4, 1, 2, 3}))
	assert.Equal(t, summary{7, 7, 7, 1}, summarize([]float64{7}))
}

func TestRatiosAreTakenRoundByRound(t *testing.T) {
	var c testCase
	c.fill(map[string][]float64{ours: {10, 100, 10}, "bare": {20, 200, 20}})
	assert.Equal(t, summary{2, 2, 2, 3}, c.Libraries["bare"].Ratio)
	assert.Equal(t, summary{20, 20, 110, 3}, c.Libraries["bare"].Value)
}
