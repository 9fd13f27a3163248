// Package generate writes the code by which a page calls typed Go functions: it reads a program's source, finds its
// functions with the comment //godeferred:export, and writes their conversions in Go and their types in TypeScript.
//
// The Go code calls page/border. It has no reflection, and depends on nothing but the source.
package generate
