package ajax

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The same cases are tried on the page's param and on jQuery's: see e2e/pages/ajax/beside-jquery.js.
func TestParamIsJQuerys(t *testing.T) {
	file, err := os.ReadFile("../e2e/pages/ajax/param.json")
	require.NoError(t, err)
	var rows []struct {
		Name, Want  string
		Value       json.RawMessage
		Traditional bool
	}
	require.NoError(t, json.Unmarshal(file, &rows))
	require.NotEmpty(t, rows)
	for _, row := range rows {
		t.Run(row.Name, func(t *testing.T) {
			decoder := json.NewDecoder(strings.NewReader(string(row.Value)))
			assert.Equal(t, row.Want, Param(fields(t, ordered(t, decoder)), row.Traditional))
		})
	}
}

// fields are Values of what the page gives to param: an object, or a list of {name, value}.
func fields(t *testing.T, value any) Values {
	t.Helper()
	list, is := value.([]any)
	if !is {
		values, _ := value.(Values)
		return values
	}
	var values Values
	for _, one := range list {
		var field Field
		for _, member := range one.(Values) {
			if member.name() == "name" {
				field[0] = member[1]
			} else {
				field[1] = member[1]
			}
		}
		values = append(values, field)
	}
	return values
}

// ordered decodes JSON with objects as Values, in their order.
func ordered(t *testing.T, decoder *json.Decoder) any {
	t.Helper()
	token, err := decoder.Token()
	require.NoError(t, err)
	switch token {
	case json.Delim('{'):
		values := Values{}
		for decoder.More() {
			name, err := decoder.Token()
			require.NoError(t, err)
			values = append(values, Field{name.(string), ordered(t, decoder)})
		}
		_, err = decoder.Token()
		require.NoError(t, err)
		return values
	case json.Delim('['):
		list := []any{}
		for decoder.More() {
			list = append(list, ordered(t, decoder))
		}
		_, err = decoder.Token()
		require.NoError(t, err)
		return list
	}
	return token
}

func TestParamOfGoValues(t *testing.T) {
	assert.Equal(t, "a=1&b=2&c=3", Param(Values{{"a", int64(1)}, {"b", func() any { return 2 }}, {"c", "3"}}, false))
	assert.Equal(t, "m%5Ba%5D=1&m%5Bb%5D=2", Param(Values{{"m", map[string]any{"b": 2, "a": 1}}}, false))
	assert.Equal(t, "s%5B%5D=x&s%5B%5D=y", Param(Values{{"s", []string{"x", "y"}}}, false))
	assert.Equal(t, "f=0&g=1e-7&h=123456789012345680000", Param(Values{{"f", math.Copysign(0, -1)}, {"g", 1e-7}, {"h", 123456789012345680000.0}}, false))
}
