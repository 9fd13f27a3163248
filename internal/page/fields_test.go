//go:build !js

package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/nodetest"
)

// Two strings of 300 MB are longer together than a string can be.
func TestALongStringIsNotPartOfTheTextOfAllFields(t *testing.T) {
	long := strings.Repeat("t", 10_001)
	given := nodetest.Answers[[]string](t, `import { fieldsOf } from "./web/src/program/fields.js";`, "(text) => [fieldsOf({ id: 1, text }, [\"id\", \"text\"])].flat()",
		[]string{long[1:], long})
	assert.Equal(t, [][]string{{"=1\x00\"" + long[1:]}, {"=1\x00o", long}}, given)
}
