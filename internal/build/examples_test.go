package build

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/godeferred/godeferred/internal/generate"
)

// The example's conversions are in the repository, since dist is built without writing into it. Its page's script is
// checked against the types.
func TestTheConversionsOfTheExampleAreNotStale(t *testing.T) {
	made, err := generate.Program(t.Context(), "github.com/godeferred/godeferred/examples/factbook")
	if err != nil {
		t.Fatal(err)
	}
	stale, err := made.Stale()
	if err != nil {
		t.Fatal(err)
	}
	types, err := os.ReadFile(filepath.Join("..", "..", "web", "pages", "factbook-go.d.ts"))
	if err != nil {
		t.Fatal(err)
	}
	if stale || !bytes.Equal(types, made.Types("./godeferred.js")) {
		t.Error("run `go run ./cmd/godeferred generate -types web/pages/factbook-go.d.ts ./examples/factbook`")
	}
}

func TestDistHasTheBookWholeAndCompressed(t *testing.T) {
	files := map[string][]byte{}
	if err := addBook(filepath.Join("..", ".."), files); err != nil {
		t.Fatal(err)
	}
	if book := files["examples/factbook.txt"]; !bytes.HasPrefix(book, []byte("36653 entries\n# Afghanistan\n")) {
		t.Errorf("the book begins with %q", book[:min(len(book), 40)])
	}
	packed := files["examples/factbook.txt.br"]
	compress(files, oftenInDist, level{})
	if len(files) != 2 || !bytes.Equal(files["examples/factbook.txt.br"], packed) {
		t.Errorf("%d files, want the book and its compressed form as it was", len(files))
	}
}
