package docs

import "testing"

func TestPages(t *testing.T) {
	s, err := makeSite("../../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range s.pages {
		t.Log(p.Path, "|", p.Title, "|", p.Description, "|", len(p.Body))
	}
}
