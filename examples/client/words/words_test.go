package words

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestBytesAreShort(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 bytes", 1: "1 byte", 999: "999 bytes", 1000: "1.0 kB", 20_250: "20.2 kB", 999_949: "999.9 kB",
		999_950: "1.0 MB", 1_500_000: "1.5 MB",
	} {
		assert.Equal(t, want, Bytes(n))
	}
}

func TestArrivedNamesTheWholeWhereItIsKnown(t *testing.T) {
	for _, row := range []struct {
		loaded, total int64
		want          string
	}{
		{500, 0, "500 bytes"},
		{500, 2000, "500 bytes of 2.0 kB, 25 %"},
		{2000, 2000, "2.0 kB of 2.0 kB, 100 %"},
		{3000, 2000, "3.0 kB of 2.0 kB, 100 %"}, // A compressed body may come out longer than it was announced.
	} {
		assert.Equal(t, row.want, Arrived(row.loaded, row.total))
	}
}

func TestCountsHaveTheirNoun(t *testing.T) {
	assert.Equal(t, "1 story", Count(1, "story"))
	assert.Equal(t, "0 stories", Count(0, "story"))
	assert.Equal(t, "3 reactions", Count(3, "reaction"))
}

func TestTimesAreInMillisecondsUntilTheyAreLong(t *testing.T) {
	for d, want := range map[time.Duration]string{
		1499 * time.Microsecond: "1 ms", 9999 * time.Millisecond: "9999 ms", 12 * time.Second: "12.0 s",
	} {
		assert.Equal(t, want, Took(d))
	}
}
