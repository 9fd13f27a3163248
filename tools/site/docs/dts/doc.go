// Package dts reads this project's TypeScript declarations: names, signatures and comments, for the documentation.
//
// It is not a parser for TypeScript. Types stay text, split only where the documentation needs it: into members of an
// interface, and into the parameters of a function. Whatever else it meets is an error with the line, so that no name is
// left out without notice. A whole parser would need Node, and the build needs Go alone.
package dts
