package bundle

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFieldsArriveAsTheyWereSent(t *testing.T) {
	for _, fields := range [][]string{
		{""}, {"", ""}, {"a", "b"}, {"a\nb", `a\nb`, `\`, "\n"}, {"ä😀", ""},
	} {
		assert.Equal(t, fields, split(join(fields, '\n')))
	}
}

func FuzzFields(f *testing.F) {
	f.Add("a\n", `\n`)
	f.Fuzz(func(t *testing.T, a, b string) { assert.Equal(t, []string{a, b}, split(join([]string{a, b}, '\n'))) })
}

// A line break in a URL would otherwise make fields of its own, such as other headers.
func TestAFieldCannotBreakOutOfItsLine(t *testing.T) {
	_, err := Ask("url\n" + `java\nscript:x`)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "url must be")
}

func TestQuestions(t *testing.T) {
	for question, want := range map[string]string{
		"plan\ndtp\n5\n\n\nhttp://h\nhttp://h\n\nget\njson\n\na/b\n*/*\na=1\n/x#y": "\nGET\nsame-origin\na/b, */*; q=0.01\njson\n/x?a=1\n/x?a=1#y\n",
		"judge\n200\nGET\n\ntext/json\n*\n=xml\t=html\t=json\ntext json":           "success\ntext\n\ntext json\ntext\ntext json\njson",
		"retry\n1\n2\n\n\n100\n\nGET\n503\n\n0\n1000":                              "100",
		"retry\n1\n2\nPOST\n0 500\n100\n\nPOST\n500\n1\n0\n1000":                   "1000",
		"retry\n1\n2\nPOST\n0 500\n100\n\nGET\n500\n1\n0\n1000":                    "-1",
		"header\na\nb": "",
		"url\n/x":      "",
	} {
		answer, err := Ask(question)
		require.NoError(t, err, question)
		assert.Equal(t, want, answer, question)
	}
	for _, question := range []string{"", "plan", "plan\n", "nothing\na", "url"} {
		_, err := Ask(question)
		assert.Error(t, err, question)
	}
}
