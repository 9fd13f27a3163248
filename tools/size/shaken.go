package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/evanw/esbuild/pkg/api"
)

// A limit may be for what a program gets that imports some names of a module: "core.mjs: Deferred + when". It is
// bundled as such a program would be, which shows whether the rest of the module can be left out.

// namesOf answers the module and the names, where the limit is for that.
func namesOf(limit string) (module string, names []string, is bool) {
	module, list, is := strings.Cut(limit, ": ")
	return module, strings.Split(list, " + "), is
}

// shakenSize is how many bytes it is, with brotli.
func shakenSize(dist, module string, names []string) (int64, error) {
	list := strings.Join(names, ", ")
	result := api.Build(api.BuildOptions{
		Stdin: &api.StdinOptions{
			Contents:   fmt.Sprintf("import { %s } from %q;\nuse(%s);\n", list, "./"+module, list),
			ResolveDir: dist,
		},
		AbsWorkingDir:     filepath.Dir(dist),
		Bundle:            true,
		Format:            api.FormatESModule,
		Target:            api.ES2022,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		LegalComments:     api.LegalCommentsNone,
	})
	if len(result.Errors) > 0 {
		return 0, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage}), "\n"))
	}
	return int64(packed(result.OutputFiles[0].Contents)), nil
}

// packed is how many bytes something has with brotli.
func packed(content []byte) int {
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	w.Write(content) // a bytes.Buffer takes all
	w.Close()
	return out.Len()
}
