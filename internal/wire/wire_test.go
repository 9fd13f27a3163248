package wire_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/wire"
	"github.com/godeferred/godeferred/internal/wrong"
)

func FuzzFieldsArriveAsTheyWereSent(f *testing.F) {
	for _, s := range []string{"", "a", "a\nb", "a\tb", `a\nb`, `\`, `\\n`, "=", "a=b", "ä😀", "\n\t\\"} {
		f.Add(s, "b"+s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		line := new(wire.Record).Text("one", a).Flag("is", true).Flag("not", false).List("many", a, "", b).String()
		assert.NotContains(t, line, "\n")
		fields := wire.Read(line)
		assert.Equal(t, a, fields.Text("one"))
		assert.Equal(t, a != "", fields.Is("one"))
		assert.True(t, fields.Is("is"))
		assert.False(t, fields.Is("not"))
		assert.Equal(t, []string{a, "", b}, fields.List("many"))
	})
}

func TestWhatIsEmptyIsLeftOut(t *testing.T) {
	assert.Equal(t, "b=1\tc[]=\tc[]=", new(wire.Record).Text("a", "").Text("b", "1").List("c", "", "").List("d").String())
	assert.Nil(t, wire.Read("a=1").List("b"))
	assert.Equal(t, "", wire.Read("a=1").Text("b"))
	assert.Empty(t, wire.Read(""))
}

// Nothing sends these; but what arrives must not end the program.
func TestWhatNobodySendsIsRead(t *testing.T) {
	for line, want := range map[string]string{`a=\`: `\`, `a=\x`: "x", "a": "", "\t\ta=b": "b", "a==": "="} {
		assert.Equal(t, want, wire.Read(line).Text("a"), line)
	}
}

func TestColumnsAreOfOneLength(t *testing.T) {
	columns, err := wire.Read("a[]=1\tb[]=x\ta[]=2\tb[]=").Columns("a", "b")
	require.NoError(t, err)
	assert.Equal(t, [][]string{{"1", "2"}, {"x", ""}}, columns)
	columns, err = wire.Read("").Columns("a", "b")
	require.NoError(t, err)
	assert.Equal(t, [][]string{nil, nil}, columns)
	_, err = wire.Read("a[]=1\tb[]=x\ta[]=2\tb=y").Columns("a", "b")
	assert.EqualError(t, err, "the lists a and b have other lengths")
}

var echo = []wire.Rule{
	{Name: "echo", Asks: []string{"x", "y"}, Answer: func(f wire.Fields) (*wire.Record, error) {
		if f.Text("y") != "" {
			return nil, wrong.TypeError("y must be empty")
		}
		return new(wire.Record).Text("x", f.Text("x")), nil
	}},
	{Name: "nothing", Answer: func(wire.Fields) (*wire.Record, error) { return new(wire.Record), nil }},
}

func TestALineIsAnsweredByALine(t *testing.T) {
	for message, want := range map[string]string{
		"echo":                   "",
		"echo\n":                 "",
		"echo\nx=1":              "x=1",
		"echo\nx=1\n\nx=" + `\n`: "x=1\n\nx=" + `\n`,
		"nothing\n\n\n":          "\n\n",
	} {
		answer, err := wire.Answer(echo, message)
		require.NoError(t, err, message)
		assert.Equal(t, want, answer, message)
	}
}

func TestWhatIsNoQuestionIsAnError(t *testing.T) {
	for message, want := range map[string]string{
		"":                 `no rule is called ""`,
		"eco\nx=1":         `no rule is called "eco"`,
		"echo\nx=1\tz=2":   `the rule echo has no field "z"`,
		"nothing\nx=1":     `the rule nothing has no field "x"`,
		"echo\nx=1\ny=2":   "y must be empty",
		"echo\n" + "\x00=": `the rule echo has no field "\u0000"`,
	} {
		answer, err := wire.Answer(echo, message)
		assert.EqualError(t, err, want, message)
		assert.Empty(t, answer)
	}
	_, err := wire.Answer(echo, strings.Repeat("x", 99))
	assert.EqualError(t, err, "no rule is called a string of 99 characters")
}
