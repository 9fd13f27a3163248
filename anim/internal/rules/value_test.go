package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestValuesAreReadAsJQueryReadsThem(t *testing.T) {
	for text, want := range map[string]value{
		"show":     {word: "show", ok: true},
		"toggle":   {word: "toggle", ok: true},
		"10":       {number: 10, ok: true},
		"-10.5px":  {number: -10.5, unit: "px", ok: true},
		".5":       {number: 0.5, ok: true},
		"1e2":      {number: 100, ok: true},
		"1e2px":    {number: 100, unit: "px", ok: true},
		"1E2":      {number: 100, ok: true},
		"1e-2px":   {number: 0.01, unit: "px", ok: true},
		"1e+2":     {number: 100, ok: true},
		"1e":       {number: 1, unit: "e", ok: true},
		"1e-":      {},
		"1e999":    {}, // beyond numbers
		"90a":      {number: 90, unit: "a", ok: true},
		"1Hz":      {number: 1, unit: "Hz", ok: true},
		"1em":      {number: 1, unit: "em", ok: true},
		"50%":      {number: 50, unit: "%", ok: true},
		"+=20":     {op: '+', number: 20, ok: true},
		"-=1.5em":  {op: '-', number: 1.5, unit: "em", ok: true},
		"+=-20px":  {op: '+', number: -20, unit: "px", ok: true},
		"+20":      {number: 20, ok: true},
		"":         {ok: true},
		"auto":     {},
		"red":      {},
		"10 px":    {},
		"1.px":     {},
		"=5":       {},
		"*=5":      {},
		"+=":       {},
		"e5":       {},
		"calc(1)":  {},
		"10px 5px": {},
	} {
		assert.Equal(t, want, parseValue(text), "%q", text)
	}
}

func TestComputedNumbers(t *testing.T) {
	for computed, want := range map[string]struct {
		number float64
		unit   string
		ok     bool
	}{
		"16px": {16, "px", true}, "0.5": {0.5, "", true}, "50%": {50, "%", true}, "auto": {0, "", false},
		"": {0, "", false}, "normal": {0, "", false}, "1,5": {1, "", true}, "1e999px": {0, "", false}, "1px 2px": {1, "", true}, "-3.25px": {-3.25, "px", true},
	} {
		number, unit, ok := leading(computed)
		assert.Equal(t, want.number, number, computed)
		assert.Equal(t, want.unit, unit, computed)
		assert.Equal(t, want.ok, ok, computed)
	}
}

func FuzzValuesNeverPanic(f *testing.F) {
	f.Add("+=1.5e-3px")
	f.Fuzz(func(t *testing.T, text string) {
		v := parseValue(text)
		leading(text)
		if !v.ok && v != (value{}) {
			t.Errorf("%q: %+v", text, v)
		}
	})
}
