// Package anim animates a page's elements as jQuery does, by the Web Animations API: the browser
// runs the frames, and Go is called when they are over.
//
// A run leaves nothing of itself behind: the element's inline style ends as jQuery leaves it, and
// what moved meanwhile was never written into it.
//
// What can be decided without a page is, in internal/rules and internal/queue: what properties mean, which
// way each goes, what a queue does next. The page's own godeferred.animate asks the same rules.
package anim
