package bundle

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax/internal/rules"
)

func TestFieldsArriveAsTheyWereSent(t *testing.T) {
	for _, fields := range [][]string{
		{""}, {"", ""}, {"a", "b"}, {"a\nb", `a\nb`, `\`, "\n"}, {`\n`}, {`a\`, "b"}, {"ä😀", ""},
	} {
		assert.Equal(t, fields, split(join(fields, '\n')))
	}
}

// Nothing sends these; but what arrives must not end the program.
func TestABackslashAtTheEndStandsForItself(t *testing.T) {
	assert.Equal(t, []string{`a\`, "b"}, split(`a\`+"\nb"))
	assert.Equal(t, []string{`\`}, split(`\`))
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
		// flags, nonce, jsonp, callback, page's origin, origin, credentials, method, dataType, contentType, accepts, any, data, url
		"plan\ndtp\n\n\n\nhttp://h\nhttp://h\n\npost\n\n" + rules.FormType + "\n\n*/*\na=1\n/x":         "bec\nPOST\nsame-origin\n*/*\n*\n/x\n/x\n",
		"plan\ndtpf\n\n\n\nhttp://h\nhttp://h\n\npost\n\na/b\n\n*/*\na=1\n/x":                           "b\nPOST\nsame-origin\n*/*\n*\n/x\n/x\n",
		"plan\no\n\n\n\nhttp://h\nhttp://h\n\nGET\n\na/b\n\n*/*\n\n/x":                                  "c\nGET\nsame-origin\n*/*\n*\n/x\n/x\n",
		"plan\nxw\n\n\n\nhttp://h\nhttp://h\n\nGET\n\n\n\n*/*\n\n/x":                                    "x\nGET\ninclude\n*/*\n*\n/x\n/x\n",
		"plan\ny\n\n\n\nhttp://h\nhttp://i\nomit\nGET\n\n\n\n*/*\n\n/x":                                 "\nGET\nomit\n*/*\n*\n/x\n/x\n",
		"plan\nch\n7\n\n\nhttp://h\nhttp://i\n\nGET\nscript\n\n\n*/*\n\n/x":                             "x\nGET\nsame-origin\n*/*\nscript\n/x\n/x?_=7\n",
		"plan\nha\n\n\n\nhttp://h\nhttp://h\n\nGET\nscript\n\n\n*/*\n\n/x":                              "s\nGET\nsame-origin\n*/*\nscript\n/x\n/x\n",
		"plan\n\n\ncb\nf\nhttp://h\nhttp://h\n\nGET\njsonp\n\n\n*/*\n\n/x":                              "\nGET\nsame-origin\n*/*\nscript json\n/x?cb=f\n/x?cb=f\n",
		"plan\ndtp\n\ncb\nf\nhttp://h\nhttp://h\n\nPOST\njsonp\n" + rules.FormType + "\n\n*/*\nc=?\n/x": "bec\nPOST\nsame-origin\n*/*\nscript json\n/x\n/x\nc=f",
		"judge\n\nGET\n\ntext/json; charset=latin1\n*\n\n* text\ttext json":                             "error\ntext\nlatin1\ntext json\ntext\ntext json\njson",
		"judge\n200\nGET\nbinary\n\nscript\n\n":                                                         "success\nbinary\n\nbinary script\nbinary\n!\nscript",
		"judge\n200\nGET\n\ntext/json\n*\n-json\t+script\t=json\ntext script":                           "success\ntext\n\ntext script\ntext\ntext script\nscript",
		"judge\n200\nGET\n\ntext/json\n*\n-json\n=text json":                                            "success\ntext\n\ntext\ntext",
		"judge\n200\nHEAD\n\n\n*\n\n":                                                                   "nocontent\ntext\n\ntext\ntext",
		"retry\n1\n2\nPOST\n\n\n\nPOST\n503\n\n\n":                                                      "150",
		"retry\n\n1\n\n\n\n\nGET\n503\n\n\n":                                                            "150",
		"retry\n1\n\n\n\n\n\nGET\n503\n\n\n":                                                            "150",
		"retry\n2\n2\n\n\n100\n150\nGET\n503\n\n0\n1000":                                                "150",
		"retry\n1\n2\n\n0\n\n\nGET\n503\n\n\n":                                                          "-1",
		"retry\n1\n2\n\nx\n\n\nGET\n503\n\n\n":                                                          "-1",
		"retry\n1\n2\n\n\n\n\nGET\n\n\n\n":                                                              "150",
		"retry\n1\n2\n\n\n\n\nGET\n503\nSun, 06 Nov 1994 08:49:37 GMT\n784111776000\n":                  "1000",
		"retry\n1\n2\n\n\n\n\nGET\n503\nThu, 01 Jan 1970 00:00:10 GMT\n\n":                              "10000",
		"header\na\nb": "",
		"url\n/x":      "",
	} {
		answer, err := Ask(question)
		require.NoError(t, err, question)
		assert.Equal(t, want, answer, question)
	}
	for _, question := range []string{
		"", "plan", "plan\n", "nothing\na", "url", "url\na\nb", "judge", "judge\na", "retry", "retry\na", "header", "header\na", "header\na b\nc",
		"nothing" + strings.Repeat("\n", 7), "nothing" + strings.Repeat("\n", 11), "nothing" + strings.Repeat("\n", 14),
		"plan" + strings.Repeat("\n", 14) + "javascript:x",
	} {
		_, err := Ask(question)
		assert.Error(t, err, question)
	}
}
