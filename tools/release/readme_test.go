package main

import (
	"os"
	"testing"
)

func TestTheReadmeHasTheSnippetsToFollow(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range followed {
		if _, err := snippet(readme, name); err != nil {
			t.Error(err)
		}
	}
	if _, err := snippet(readme, "nothing"); err == nil {
		t.Error("a snippet was found that is not there")
	}
}
