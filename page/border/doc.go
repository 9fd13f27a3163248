// Package border is for the code that `godeferred generate` writes: it reads the arguments of the page's calls, and
// writes the results. Programs do not call it by hand: see package page.
//
// Reading checks. The first value that is wrong ends the call with a TypeError, which names the function, the parameter,
// the path inside of it, what was expected and what came:
//
//	search: options.tags[2] must be a string, not 5
//
// The functions that read and write have the form func(In) T and func(*Out, T), so that lists, maps and pointers take
// those of their elements. There is no reflection.
package border
