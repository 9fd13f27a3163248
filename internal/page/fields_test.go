//go:build !js

package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/nodetest"
)

// Fields as they are in Go's memory, of 64 bytes, and whether Go is to take some as values. A field that starts at the
// memory's end has its first byte there still.
func TestFieldsAreWrittenIntoGosMemory(t *testing.T) {
	const program = `(values) => {
		const memory = new DataView(new ArrayBuffer(80));
		const names = values.map((_, i) => "f" + i);
		const object = Object.fromEntries(values.map((value, i) => ["f" + i, value === "undefined" ? undefined : value]));
		const given = writeFields(object, names, () => memory, 8, 64);
		const length = memory.getUint32(8, true);
		const beyond = [...new Uint8Array(memory.buffer, 72)].some((b) => b !== 0);
		return [String(new Uint8Array(memory.buffer, 12, length)), given === undefined ? "all" : JSON.stringify(given), beyond];
	}`
	text := func(s string) string { return strings.Trim(strings.Repeat("120,", len(s)), ",") }
	rows := []struct {
		values []any
		want   []any
	}{
		{[]any{1.5, "ab", true, false, nil, "undefined"}, []any{"1,0,0,0,0,0,0,248,63,2,2,0,0,0,97,98,4,3,6,5", "all", false}},
		{[]any{"", "ä€"}, []any{"2,0,0,0,0,2,5,0,0,0,195,164,226,130,172", "all", false}},
		{[]any{[]int{1}, 2}, []any{"7,1,0,0,0,0,0,0,0,64", `[[1],2]`, false}},
		{[]any{strings.Repeat("x", 55)}, []any{"2,55,0,0,0," + text(strings.Repeat("x", 55)), "all", false}},
		{[]any{strings.Repeat("x", 56)}, []any{"7", `["` + strings.Repeat("x", 56) + `"]`, false}},
		{[]any{strings.Repeat("x", 54), true}, []any{"2,54,0,0,0," + text(strings.Repeat("x", 54)) + ",4", "all", false}},
		{[]any{strings.Repeat("x", 50), 1}, []any{"2,50,0,0,0," + text(strings.Repeat("x", 50)) + ",7", `["` + strings.Repeat("x", 50) + `",1]`, false}},
		{[]any{strings.Repeat("€", 19), true}, []any{"7,4", `["` + strings.Repeat("€", 19) + `",true]`, false}},
	}
	var values [][]any
	var want [][]any
	for _, row := range rows {
		values, want = append(values, row.values), append(want, row.want)
	}
	given := nodetest.Answers[[]any](t, `import { writeFields } from "./web/src/program/memory.js";`, program, values)
	assert.Equal(t, want, given)
}

func TestAnArrayHasNoFields(t *testing.T) {
	given := nodetest.Answers[bool](t, `import { writeFields } from "./web/src/program/memory.js";`,
		`(array) => writeFields(array, ["length"]) === false`, [][]int{{1}})
	assert.Equal(t, []bool{true}, given)
}
