package album

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAfterTheLastSetComesTheFirst(t *testing.T) {
	last := len(Sets) - 1
	for _, row := range []struct{ from, steps, to int }{
		{0, 1, 1}, {last, 1, 0}, {0, -1, last}, {1, 0, 1}, {0, 3*len(Sets) + 1, 1}, {0, -3*len(Sets) - 1, last},
	} {
		assert.Equal(t, row.to, Next(row.from, row.steps), "%+v", row)
	}
}

func TestAddressesSayWhatTheServerIsToDo(t *testing.T) {
	p := Picture{Name: "bay", Title: "Bay"}
	for _, row := range []struct {
		name         string
		place, width int
		pace         Pace
		key          string
		want         string
	}{
		{"at once, and kept", 0, 480, 0, "", "/img/bay.png?h=320&w=480"},
		{"the first takes its pace", 0, 480, 300, "", "/img/bay.png?h=320&ms=300&w=480"},
		{"another takes longer", 1, 480, 300, "", "/img/bay.png?h=320&ms=675&w=480"},
		{"counted apart, whatever the key", 0, 960, 0, "a b&c", "/img/bay.png?h=640&key=a+b%26c&w=960"},
	} {
		t.Run(row.name, func(t *testing.T) {
			assert.Equal(t, row.want, p.Address(row.place, row.width, row.pace, row.key))
		})
	}
	assert.Equal(t, "/img/a%2Fb.png?h=2&w=3", Picture{Name: "a/b"}.Address(0, 3, 0, ""))
}

func TestNamesAreTitlesInLowerCase(t *testing.T) {
	seen := map[string]bool{}
	for _, set := range Sets {
		require.NotEmpty(t, set.Pictures, set.Title)
		for _, p := range set.Pictures {
			assert.Equal(t, strings.ToLower(p.Title), p.Name)
			assert.False(t, seen[p.Name], "%s is there twice", p.Name)
			seen[p.Name] = true
		}
	}
}

func TestATallySaysWhatThereIs(t *testing.T) {
	var tally Tally
	assert.Empty(t, tally.String())
	tally[Waiting] = 3
	assert.Equal(t, "3 not asked for", tally.String())
	tally.Move(Waiting, Loading)
	tally.Move(Waiting, Loading)
	tally.Move(Loading, Shown)
	assert.Equal(t, "1 shown, 1 loading, 1 not asked for", tally.String())
	tally.Move(Loading, Stopped)
	tally.Move(Waiting, Failed)
	assert.Equal(t, "1 shown, 1 could not be loaded, 1 stopped", tally.String())
}

func TestLeavingSaysHowManyWereStopped(t *testing.T) {
	for stopped, want := range map[int]string{
		0: "The coast: nothing was loading any more.",
		1: "The coast: 1 picture was still loading, and has been stopped.",
		7: "The coast: 7 pictures were still loading, and have been stopped.",
	} {
		assert.Equal(t, want, Left("The coast", stopped))
	}
}
