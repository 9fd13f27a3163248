// Package ajax requests over the page's fetch, for Go programs: Do, and Get, Post and their like with
// options; Param writes query strings, and Cache asks once per key.
//
// Whatever can be decided without a page (where a request goes and with what headers, what an answer
// means, when to try again) is decided in internal/rules, without a build constraint, and tested there.
// The page's own godeferred.ajax executes the same rules in JavaScript, and nothing else of this package:
// a js.FuncOf call takes ten microseconds, and each value that crosses one more, so a request there asks
// once for its plan, and remembers what it asked of answers.
package ajax
