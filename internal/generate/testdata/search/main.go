// Command search exports a small function of each kind.
package main

import (
	"context"
	"errors"
	"time"

	"github.com/godeferred/godeferred/page"
)

// A Size is how large a parcel is.
type Size string

const (
	Small Size = "small"
	Large Size = "large"
)

// A Product is what is sold.
type Product struct {
	Name  string    `json:"name"` // as on the label
	Price float64   `json:"price"`
	Size  Size      `json:"size"`
	Since time.Time `json:"since"`
	Tags  []string  `json:"tags,omitempty"`
	Next  *Product  `json:"next"`
}

// Search finds products by name.
//
//godeferred:export
func Search(ctx context.Context, query string, limit int, model *Product) ([]Product, error) {
	if query == "" {
		return nil, errors.New("an empty query")
	}
	all := make([]Product, limit)
	for i := range all {
		all[i] = Product{Name: query, Price: float64(i), Size: Large, Since: time.UnixMilli(1000 * int64(i)), Tags: []string{"a"}, Next: model}
	}
	return all, nil
}

func main() { page.Run() }
