package main

import (
	"fmt"
	"regexp"
)

// snippet is the code in the README below the comment "snippet: name".
func snippet(readme []byte, name string) ([]byte, error) {
	found := regexp.MustCompile("(?s)<!-- snippet: " + regexp.QuoteMeta(name) + " -->\n```\\w+\n(.*?)```").FindSubmatch(readme)
	if found == nil {
		return nil, fmt.Errorf("README.md has no snippet %q", name)
	}
	return found[1], nil
}
