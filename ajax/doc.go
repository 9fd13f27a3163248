// Package ajax requests over the page's fetch.
//
// Whatever can be decided without a page (which URLs, which statuses, what a content type says) is
// decided in files without a build constraint, and tested there.
package ajax
