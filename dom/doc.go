// Package dom finds a page's elements and listens to them once.
//
// What it takes from the page is a stranger's: targets are checked, and a wrong one is a
// deferred.TypeError that names the argument.
package dom
