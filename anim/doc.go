// Package anim animates a page's elements as jQuery does, by the Web Animations API: the browser
// runs the frames, and Go is called when they are over.
//
// A run leaves nothing of itself behind: the element's inline style ends as jQuery leaves it, and
// what moved meanwhile was never written into it.
package anim
