// Package web holds the site's pages, and what the demo server answers their requests with.
package web

import "embed"

// Content has the fragments that the demo endpoints answer with. It is embedded, so that the demo server needs the
// rendered site and nothing else.
//
//go:embed content/*
var Content embed.FS
