package main

import (
	"encoding/json"
	"errors"
	"strings"
)

// byModule is how many bytes each module of web/src has in the script, by esbuild's own account.
func byModule(meta []byte) ([]line, error) {
	var m struct {
		Outputs map[string]struct {
			Inputs map[string]struct {
				BytesInOutput int64 `json:"bytesInOutput"`
			} `json:"inputs"`
		} `json:"outputs"`
	}
	if err := json.Unmarshal(meta, &m); err != nil {
		return nil, err
	}
	sizes := map[string]int64{}
	for _, output := range m.Outputs {
		for name, input := range output.Inputs {
			short := strings.TrimPrefix(name, "tables:go:") // what the build makes: see tools/dist
			if _, inside, is := strings.Cut(name, "web/src/"); is {
				short = inside
			}
			sizes[short] += input.BytesInOutput
		}
	}
	if len(sizes) == 0 {
		return nil, errors.New("it names no modules")
	}
	return bySize(sizes), nil
}
