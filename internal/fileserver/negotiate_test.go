package fileserver

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNegotiatePicksTheCodingThatTheClientWantsMost(t *testing.T) {
	both := []string{"br", "gzip"}
	for _, row := range []struct {
		name    string
		accept  []string
		offered []string
		want    string
	}{
		{"no header: identity", nil, both, "identity"},
		{"empty header: identity", []string{""}, both, "identity"},
		{"what browsers send", []string{"gzip, deflate, br, zstd"}, both, "br"},
		{"equal weights: the server's order", []string{"gzip;q=0.5, br;q=0.5"}, both, "br"},
		{"the higher weight wins", []string{"br;q=0.4, gzip;q=0.8"}, both, "gzip"},
		{"weight 0 excludes", []string{"br;q=0, gzip"}, both, "gzip"},
		{"all excluded: identity", []string{"br;q=0, gzip;q=0.0"}, both, "identity"},
		{"a star stands for those not named", []string{"br;q=0, *"}, both, "gzip"},
		{"a star of weight 0 excludes those not named", []string{"gzip, *;q=0"}, both, "gzip"},
		{"identity preferred", []string{"identity, br;q=0.5"}, both, "identity"},
		{"identity as good: compressed is less to send", []string{"identity, br"}, both, "br"},
		{"identity not named: any coding beats it", []string{"gzip;q=0.001"}, both, "gzip"},
		{"even identity excluded: identity all the same", []string{"identity;q=0"}, both, "identity"},
		{"only what is offered", []string{"br, gzip"}, []string{"gzip"}, "gzip"},
		{"nothing offered", []string{"br, gzip"}, nil, "identity"},
		{"case and blanks do not matter", []string{" BR ; Q=0.9 ,gzip;q=0.1"}, both, "br"},
		{"several header lines are one", []string{"gzip;q=0.5", "br;q=0.6"}, both, "br"},
		{"the old name of gzip", []string{"x-gzip"}, both, "gzip"},
		{"a weight that is no number excludes", []string{"br;q=much, gzip;q=0.1"}, both, "gzip"},
		{"a weight above 1 excludes", []string{"br;q=7, gzip;q=0.1"}, both, "gzip"},
		{"not a number excludes", []string{"br;q=NaN, gzip;q=0.1"}, both, "gzip"},
		{"a parameter behind the weight", []string{"br;q=0.5;x=1, gzip;q=0.4"}, both, "br"},
		{"stray commas and semicolons", []string{",;,gzip,"}, both, "gzip"},
	} {
		t.Run(row.name, func(t *testing.T) {
			got, _ := negotiate(row.accept, row.offered)
			assert.Equal(t, row.want, got)
		})
	}
}

func TestNegotiateSaysWhetherPlainBytesWillDo(t *testing.T) {
	for accept, want := range map[string]bool{
		"": true, "br": true, "br, *": true, "br, *;q=0": false, "identity;q=0, *": false, "identity;q=0.1, *;q=0": true, "*;q=0": false,
	} {
		_, plain := negotiate([]string{accept}, []string{"br"})
		assert.Equal(t, want, plain, accept)
	}
}

func FuzzNegotiate(f *testing.F) {
	for _, accept := range []string{"gzip, deflate, br, zstd", "*;q=0", "identity;q=0, br;q=1.", ";;=,q=0", "br;q=NaN", "x-gzip;q=0.001"} {
		f.Add(accept)
	}
	f.Fuzz(func(t *testing.T, accept string) {
		coding, plain := negotiate([]string{accept}, []string{"br", "gzip"})
		found := parseWeights(accept)
		for name, weight := range found {
			assert.True(t, weight >= 0 && weight <= 1, "%s has the weight %v", name, weight)
		}
		switch weight, _ := found.of(coding); coding {
		case "br", "gzip":
			assert.Positive(t, weight, "%s was excluded", coding)
		case identity:
			br, _ := found.of("br")
			gzip, _ := found.of("gzip")
			assert.True(t, plain || br == 0 && gzip == 0, "identity was excluded, and another was not")
		default:
			assert.Fail(t, coding)
		}
	})
}
