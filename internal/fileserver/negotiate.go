package fileserver

import (
	"strconv"
	"strings"
)

const identity = "identity"

// negotiate picks a content coding for the given Accept-Encoding lines (RFC 9110, 12.5.3), out of
// offered, which stands in the server's order of preference. It answers identity when none fits, and whether
// the client takes the plain bytes, too.
//
// The highest weight wins, then the order of offered. Weight 0 excludes. "*" stands for every coding
// that is not named. A client that excludes even identity gets it all the same: the RFC allows that,
// and an answer is more use than a 406.
func negotiate(accept, offered []string) (coding string, plain bool) {
	wanted := parseWeights(strings.Join(accept, ","))
	best, bestWeight := identity, wanted[identity] // Not named: any coding that is wanted at all beats it.
	for _, coding := range offered {
		if weight, _ := wanted.of(coding); weight > 0 && (weight > bestWeight || best == identity && weight == bestWeight) {
			best, bestWeight = coding, weight
		}
	}
	weight, said := wanted.of(identity)
	return best, weight > 0 || !said
}

// weights are those of codings, and of "*".
type weights map[string]float64

// of is the weight of a coding, and whether the header has anything to say of it.
func (w weights) of(coding string) (weight float64, said bool) {
	if weight, said = w[coding]; !said {
		weight, said = w["*"]
	}
	return weight, said
}

// parseWeights reads "br;q=0.5, gzip" as {br: 0.5, gzip: 1}. A weight that is not a number from 0 to 1
// counts as 0: what cannot be understood is not sent.
func parseWeights(header string) weights {
	found := weights{}
	for item := range strings.SplitSeq(header, ",") {
		coding, params, _ := strings.Cut(item, ";")
		coding = strings.ToLower(strings.TrimSpace(coding))
		if coding == "" {
			continue
		}
		if coding == "x-gzip" {
			coding = "gzip" // RFC 9110, 8.4.1.3: the same coding under its old name.
		}
		found[coding] = weight(params)
	}
	return found
}

func weight(params string) float64 {
	first, _, _ := strings.Cut(params, ";")
	name, value, _ := strings.Cut(first, "=")
	if !strings.EqualFold(strings.TrimSpace(name), "q") {
		return 1
	}
	q, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || !(q >= 0 && q <= 1) { // Written so that NaN fails it.
		return 0
	}
	return q
}
