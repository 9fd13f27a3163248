package bundle

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/internal/wire"
)

// Questions and answers, with a space in place of each tab and a bar in place of each line break.
func TestAnswers(t *testing.T) {
	for question, want := range map[string]string{
		"goals|name[]=margin-top text[]=+=2em own[]=linear name[]=opacity text[]=hide own[]=":      "name[]=marginTop text[]=+=2em easing[]=linear foreign[]=1 name[]=opacity text[]=hide easing[]=cubic-bezier(0.3642,_0,_0.6358,_1) foreign[]=",
		"goals|easing=linear name[]=left text[]=5 own[]=":                                          "name[]=left text[]=5 easing[]=linear foreign[]=",
		"goals|easing=linear(0,1.2,1) name[]=left text[]=5 own[]= name[]=top text[]=5 own[]=swing": "name[]=left text[]=5 easing[]=linear(0,1.2,1) foreign[]= name[]=top text[]=5 easing[]=cubic-bezier(0.3642,_0,_0.6358,_1) foreign[]=",
		"goals|easing=linear": "",
		"tweens|show=1 name[]=height text[]=show computed[]=40px kept[]= scale[]= name[]=left text[]=5 computed[]=auto kept[]= scale[]=": "from[]=0 to[]=40 unit[]=px keep[]=40 from[]=0 to[]=5 unit[]=px keep[]=",
		"tweens|name[]=color text[]=red computed[]=red kept[]= scale[]=|name[]=opacity text[]=hide computed[]=0.25 kept[]=1 scale[]=":    "from[]= to[]= unit[]= keep[]=|from[]=0.25 to[]=0 unit[]= keep[]=",
		"tweens|name[]=left text[]=2em computed[]=20px kept[]= scale[]=16":                                                               "from[]=1.25 to[]=2 unit[]=em keep[]=",
		"tweens|": "",
	} {
		answer, err := wire.Answer(Rules, decoded.Replace(question))
		require.NoError(t, err, question)
		assert.Equal(t, decoded.Replace(want), answer, question)
	}
}

var decoded = strings.NewReplacer(" ", "\t", "|", "\n", "_", " ")

func TestWrongQuestionsAreErrors(t *testing.T) {
	for question, want := range map[string]string{
		"goals|name[]=a text[]=1":                              "name and own",
		"goals|easing=bounce":                                  "easing must be",
		"goals|name[]=a text[]=1 own[]=bounce":                 "easing must be",
		"tweens|name[]=a text[]=1 computed[]= kept[]=":         "name and scale",
		"tweens|name[]=a text[]=1 computed[]= scale[]= kep[]=": `no field "kep[]"`,
	} {
		_, err := wire.Answer(Rules, decoded.Replace(question))
		require.Error(t, err, question)
		assert.Contains(t, err.Error(), want, question)
	}
}
