package main

import "path"

// mediaTypes is written out rather than left to the mime package, which asks the computer it runs on
// and so differs between them. WebAssembly that is not called application/wasm does not compile while streaming.
var mediaTypes = map[string]string{
	".br":    "application/octet-stream",
	".css":   "text/css; charset=utf-8",
	".gif":   "image/gif",
	".gz":    "application/gzip",
	".html":  "text/html; charset=utf-8",
	".ico":   "image/vnd.microsoft.icon",
	".jpg":   "image/jpeg",
	".js":    "text/javascript; charset=utf-8",
	".json":  "application/json",
	".map":   "application/json",
	".md":    "text/plain; charset=utf-8",
	".mjs":   "text/javascript; charset=utf-8",
	".png":   "image/png",
	".svg":   "image/svg+xml",
	".ts":    "text/plain; charset=utf-8", // Types are for reading; the registered video/mp2t is another .ts.
	".txt":   "text/plain; charset=utf-8",
	".wasm":  "application/wasm",
	".webp":  "image/webp",
	".woff2": "font/woff2",
}

// mediaType is the Content-Type of a file of that name; bytes that may be anything where it is not known.
func mediaType(name string) string {
	if known, ok := mediaTypes[path.Ext(name)]; ok {
		return known
	}
	return "application/octet-stream"
}
