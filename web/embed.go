// Package web holds the demo pages, embedded, so that the demo server is one file that runs anywhere.
//
// The glue under src is not part of it: that is bundled into dist by the build, and served from there.
package web

import "embed"

// Files has the pages (*.html) and what they share (layout.html), their style (*.css), scripts (pages), images (img),
// other people's scripts with their licences (vendor), and the fragments that the demo endpoints answer with (content;
// not pages, so not for serving as they are).
//
//go:embed *.html *.css pages/*.js img/* vendor/* content/*
var Files embed.FS
