// Package anim animates a page's elements as jQuery does, by the Web Animations API: the browser
// runs the frames, and Go is called when they are over.
//
// A run leaves nothing of itself behind: the element's inline style ends as jQuery leaves it, and
// what moved meanwhile was never written into it.
//
// Whatever can be decided without a page (what properties mean, what shows or hides, which way each
// property goes, what a queue does next) is decided in internal/rules and internal/queue, without a
// build constraint, and tested there. The page's own godeferred.animate executes the same rules in
// JavaScript, and nothing else of this package.
package anim
