package book

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const small = "2 entries\n# Iceland\n## Geography\nClimate\ttemperate\n## Energy\nElectricity - exports\t0 kWh\n"

func read(r io.Reader) (entries []Entry, err error) {
	_, all, err := Read(r)
	if err != nil {
		return nil, err
	}
	for entry, err := range all {
		if err != nil {
			return entries, err
		}
		entries = append(entries, entry)
	}
	return entries, nil
}

func TestEntriesKnowTheirProfileAndSection(t *testing.T) {
	entries, err := read(iotest.OneByteReader(strings.NewReader(small)))
	require.NoError(t, err)
	assert.Equal(t, []Entry{
		{"Iceland", "Geography", "Climate", "temperate"},
		{"Iceland", "Energy", "Electricity - exports", "0 kWh"},
	}, entries)
}

func TestABookThatIsNotWholeIsAnError(t *testing.T) {
	broken := errors.New("broken off")
	for name, row := range map[string]struct {
		book io.Reader
		got  int // entries before the error
		want string
	}{
		"empty":         {strings.NewReader(""), 0, "has no first line"},
		"another file":  {strings.NewReader("<!doctype html>"), 0, "begins with \"<!doctype html>\""},
		"an odd line":   {strings.NewReader("2 entries\nClimate\ta\nodd"), 1, "after entry 1: \"odd\""},
		"too short":     {strings.NewReader("2 entries\nClimate\ta\n"), 1, "has 1 entries, and says that it has 2"},
		"a broken line": {io.MultiReader(strings.NewReader(small), iotest.ErrReader(broken)), 2, "broken off"},
	} {
		t.Run(name, func(t *testing.T) {
			entries, err := read(row.book)
			assert.Len(t, entries, row.got)
			assert.ErrorContains(t, err, row.want)
		})
	}
}
