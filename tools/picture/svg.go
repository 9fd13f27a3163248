package main

import (
	"fmt"
	"html"
	"strings"
)

// style has the colours of web/site.css, light and dark. The picture has a background of its own, since the page that
// shows it may be dark where the system is light.
const style = `
    svg { --page: #fbfcfc; --group: #eef3f4; --box: #ffffff; --line: #74868e; --ink: #17232a; --quiet: #4d5f68; --accent: #0c5c6b }
    @media (prefers-color-scheme: dark) { svg { --page: #10171a; --group: #1c272c; --box: #10171a; --line: #7d9098; --ink: #e4ecee; --quiet: #a3b4ba; --accent: #79cfdc } }
    text { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--ink) }
    .page { fill: var(--page) }
    .group { fill: var(--group) }
    .box { fill: var(--box); stroke: var(--line) }
    .head { font-size: 15px; font-weight: 700; fill: var(--accent) }
    .name { font-weight: 700 }
    .path { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 12px; fill: var(--quiet) }
    .label { fill: var(--quiet) }
    .arrow { stroke: var(--accent); stroke-width: 2; fill: none }
    .tip { fill: var(--accent) }
`

func (p *picture) svg() string {
	var b strings.Builder
	put := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	text := func(class string, x, y int, s string) {
		put(`  <text class="%s" x="%d" y="%d">%s</text>`, class, x, y, html.EscapeString(s))
	}
	put(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc">`, pictureWidth, p.height)
	put(`  <!-- Made from architecture.txt: cd tools && go run ./picture -->`)
	put(`  <title id="title">%s</title>`, html.EscapeString(p.title))
	put(`  <desc id="desc">%s</desc>`, html.EscapeString(p.desc))
	put(`  <style>%s  </style>`, style)
	put(`  <rect class="page" width="%d" height="%d" rx="10"/>`, pictureWidth, p.height)
	for _, g := range p.groups {
		put(`  <rect class="group" x="%d" y="%d" width="%d" height="%d" rx="8"/>`, margin, g.y, pictureWidth-2*margin, g.height)
		text("head", margin+padding+2*arrowIn, g.y+22, g.title) // to the right of an arrow
	}
	for _, r := range p.rows {
		for _, one := range r.boxes {
			put(`  <rect class="box" x="%d" y="%d" width="%d" height="%d" rx="5"/>`, one.x, one.y, one.width, one.height)
			text("name", one.x+indent, one.y+20, one.title)
			for i, line := range one.lines {
				class := "label"
				if path, is := strings.CutPrefix(line, "="); is {
					class, line = "path", path
				}
				text(class, one.x+indent, one.y+boxTitle+12+i*lineHeight, line)
			}
		}
	}
	for _, a := range p.arrows {
		tip := 7
		if a.y2 < a.y1 {
			tip = -tip
		}
		put(`  <path class="arrow" d="M%d %dV%d"/>`, a.x, a.y1, a.y2-tip)
		put(`  <path class="tip" d="M%d %dl-5 %dh10z"/>`, a.x, a.y2, -tip-tip/4)
		for i, line := range a.label {
			text("label", a.x+12, a.middle+5+(2*i-len(a.label)+1)*lineHeight/2, line)
		}
	}
	put(`</svg>`)
	return b.String()
}
