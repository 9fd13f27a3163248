package generate

import (
	"fmt"
	"slices"
	"strings"
)

// exportedAs are the local names of what a module exports: words of the language, and what the module has or needs itself,
// cannot be one.
func exportedAs(functions []function) map[string]string {
	locals := map[string]string{}
	taken := append([]string{"go", "godeferred", "DeferredPromise", "GodeferredGo", "Symbol"}, reserved...)
	for _, f := range functions {
		if !f.method {
			locals[f.name] = f.name
		}
	}
	for _, f := range functions {
		if f.method || !slices.Contains(taken, f.name) {
			continue
		}
		local := f.name + "_"
		for locals[local] != "" {
			local += "_"
		}
		locals[f.name] = local
	}
	return locals
}

// clientFile is the module that exports each function by itself.
func clientFile(functions []function) string {
	var b strings.Builder
	b.WriteString(header + "\nimport godeferred from \"" + scriptHere + "\";\n\nconst { go } = godeferred;\n\nexport default godeferred;\n")
	locals := exportedAs(functions)
	for _, f := range functions {
		switch local := locals[f.name]; {
		case f.method:
		case local != f.name:
			fmt.Fprintf(&b, "const %s = go[%s];\nexport { %s as %s };\n", local, jsString(f.name), local, f.name)
		default:
			fmt.Fprintf(&b, "export const %s = go.%s;\n", f.name, f.name)
		}
	}
	return b.String()
}

// ClientAgain is a module that exports what the client does, for a page that names it .mjs.
func ClientAgain(client string) []byte {
	return fmt.Appendf(nil, "%s\nexport * from %[2]q;\nexport { default } from %[2]q;\n", header, client)
}
