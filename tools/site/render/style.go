package render

import (
	"errors"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

const (
	mainStyle = "site.css"
	codeStyle = "code.css" // imported by the main style
)

// addStyle makes one file of the style that all pages share: a page then waits for one answer, and not for each import.
func (s *site) addStyle() error {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(s.project, "web", mainStyle)}, Bundle: true, External: []string{"/img/*"},
		MinifyWhitespace: true, MinifySyntax: true, LogLevel: api.LogLevelSilent,
		// Written for today's browsers: without a target, nothing is rewritten for older ones.
		Target: api.ESNext,
	})
	var problems []error
	for _, message := range result.Errors {
		problems = append(problems, errors.New(mainStyle+": "+message.Text))
	}
	if len(problems) > 0 {
		return errors.Join(problems...)
	}
	s.files[mainStyle] = result.OutputFiles[0].Contents
	return nil
}
