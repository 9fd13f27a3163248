//go:build !js

package wire_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/nodetest"
	"github.com/godeferred/godeferred/internal/wire"
)

const record = `import { read, write } from "./web/src/rules/record.js";`

// Texts that could break out of a field, a record or a message.
func awkward() []string {
	pieces := []string{"", `\`, "\t", "\n", "=", "[]", "n", "t", "ä😀", "\x00", "a b", "\r", "\u2028"}
	all := pieces
	for _, one := range pieces {
		for _, other := range pieces {
			all = append(all, one+other+one)
		}
	}
	return all
}

type fields struct {
	One  string   `json:"one"`
	Many []string `json:"many"`
	Is   bool     `json:"is"`
	Zero int      `json:"zero"`
}

func TestGoReadsWhatThePageWrites(t *testing.T) {
	var cases []fields
	for i, text := range awkward() {
		cases = append(cases, fields{One: text, Many: []string{text, "", text}, Is: i%2 == 0})
	}
	lines := nodetest.Answers[string](t, record, "write", cases)
	for i, line := range lines {
		assert.NotContains(t, line, "\n")
		got := wire.Read(line)
		assert.Equal(t, cases[i].One, got.Text("one"))
		assert.Equal(t, cases[i].Many, got.List("many"))
		assert.Equal(t, cases[i].Is, got.Is("is"))
		assert.Equal(t, "0", got.Text("zero"), "a number that is 0 is not empty")
	}
}

func TestThePageReadsWhatGoWrites(t *testing.T) {
	var lines []string
	for i, text := range awkward() {
		r := new(wire.Record).Text("one", text).List("many", text, "", text).Flag("is", i%2 == 0)
		lines = append(lines, r.String())
	}
	type answer struct {
		One  *string  `json:"one"`
		Many []string `json:"many"`
		Is   string   `json:"is"`
		Keys string   `json:"keys"`
	}
	answers := nodetest.Answers[answer](t, record, "(line) => ({ ...read(line), keys: Object.keys(read(line)).join() })", lines)
	for i, text := range awkward() {
		keys := []string{"one", "many", "is"}
		if text == "" {
			keys = keys[1:]
			assert.Nil(t, answers[i].One)
		} else if assert.NotNil(t, answers[i].One, "%q", text) {
			assert.Equal(t, text, *answers[i].One)
		}
		if i%2 != 0 {
			keys = keys[:len(keys)-1]
		}
		assert.Equal(t, []string{text, "", text}, answers[i].Many)
		assert.Equal(t, strings.Join(keys, ","), answers[i].Keys)
	}
}
