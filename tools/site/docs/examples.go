package docs

import "regexp"

// An Example is a runnable one of the reference. Its comments `prints …` say what it prints.
type Example struct {
	Page string `json:"page"`
	Code string `json:"code"`
}

var runnable = regexp.MustCompile("(?s)```js run\n(.*?)```")

func (s *site) keepExamples(page, source string) {
	for _, found := range runnable.FindAllStringSubmatch(source, -1) {
		s.examples = append(s.examples, Example{page, found[1]})
	}
}
