package bundle

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/wire"
)

// Keys and values that a page's settings may have, however odd: words of the rules, with what separates them.
var odd = []string{
	"", " ", "\t", "\n", "\v", "\f", "\x00", `\`, "=", "[]", "*", "!", "?", "??", "_", "#", "/", ":", "-1", "0", "1", "999999999999999",
	"text", "json", "xml", "html", "script", "jsonp", "blob", "GET", "post", "yes", "no", "include", "ä", "\xff", "\u2028", "charset",
}

// ask fills the fields of each rule with words, and asks. A question has few words of its own, so that they meet.
func ask(t *testing.T, words []string, draws *rand.Rand) {
	few := []string{"", "text", words[draws.IntN(len(words))], words[draws.IntN(len(words))]}
	word := func() string {
		text := few[draws.IntN(len(few))]
		for draws.IntN(3) == 0 {
			text += []string{"", " ", "\t"}[draws.IntN(3)] + few[draws.IntN(len(few))]
		}
		return text
	}
	for _, rule := range Rules {
		record := &wire.Record{}
		if rule.Name == "judge" {
			record.List("converter", "* text").List("same", "") // jQuery's own
		}
		rows := draws.IntN(4)
		for _, name := range rule.Asks {
			if base, is := list(name); is {
				for range rows {
					record.List(base, word())
				}
			} else if draws.IntN(3) > 0 {
				record.Text(name, word())
			}
		}
		question := rule.Name + "\n" + record.String()
		answer, err := wire.Answer(Rules, question)
		if err == nil {
			assert.Less(t, len(answer), 20*len(question)+200, "%q", question)
		}
	}
}

func list(name string) (string, bool) {
	end := len(name) - len("[]")
	return name[:max(end, 0)], end > 0 && name[end:] == "[]"
}

// No question ends the runtime: each has an answer, of no more than its own order of length, or an error.
func TestOddSettingsAreAnswered(t *testing.T) {
	draws := rand.New(rand.NewPCG(1, 2))
	for range 30_000 {
		ask(t, odd, draws)
	}
}

func FuzzOddSettings(f *testing.F) {
	f.Add("a", "b", uint64(1))
	f.Fuzz(func(t *testing.T, a, b string, seed uint64) {
		ask(t, append([]string{a, b, a + " " + b}, odd...), rand.New(rand.NewPCG(seed, 1)))
	})
}

// A converter whose name has no space seemed to make "", from a type of its own name: the chain of conversions had no end.
func TestAConverterWithoutASpaceMakesNothing(t *testing.T) {
	answer, err := wire.Answer(Rules, "judge\nstatus=200\tcontentType=text/yaml\ttypes[]=\tconverter[]=* text\tsame[]=\tconverter[]=text\tsame[]=")
	assert.NoError(t, err)
	assert.Contains(t, answer, "chain[]=text\tchain[]=!\tchain[]=")
}
