// Package page is the one seam between Go and the page: callbacks that have an owner and cannot
// panic through the page's frames, promises awaited with all their arguments, and errors that keep
// what the page threw. Everything else in this module reaches the page through it and safejs.
package page
