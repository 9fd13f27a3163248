// Package index has exports beside those of the program.
package index

import "strings"

// An Index finds texts.
//
//godeferred:export
type Index struct{ texts []string }

// NewIndex makes one of texts.
func NewIndex(texts []string) *Index { return &Index{texts} }

// Find answers those with a part of them.
func (i *Index) Find(part string) (found []string) {
	for _, text := range i.texts {
		if strings.Contains(text, part) {
			found = append(found, text)
		}
	}
	return found
}

// Upper is a function of the package's.
//
//godeferred:export
func Upper(text string) string { return strings.ToUpper(text) }
