package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOneLongTaskInAnyRoundMissesTheBar(t *testing.T) {
	of := func(id string, counts ...float64) testCase {
		return framesCase(id, id, "tasks", map[string][]float64{ours: counts, "jquery4": {1, 1, 1}})
	}
	r := &results{
		Libraries: []library{{ID: ours, Name: "godeferred"}, {ID: "jquery4", Name: "jQuery"}},
		Cases: []testCase{
			of("none", 0, 0, 0),
			of("one", 0, 0, 1),
			framesCase("longest", "longest", "ms", map[string][]float64{ours: {60, 60, 60}}),
		},
	}
	rows := strings.Split(strings.TrimSpace(framesTable(r)), "\n")
	assert.Contains(t, rows[2], "met")
	assert.Contains(t, rows[3], "missed")
	assert.NotContains(t, rows[4], "m", "a time has no bar")
}
