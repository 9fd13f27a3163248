package docs

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A file in Markdown that is a page, with what a list says of it.
type textFile struct{ file, section, description string }

var backgrounds = []textFile{
	{"docs/FAQ.md", More, "Questions that are often asked, with their answers."},
	{"COMPAT.md", More, "Every intended difference from jQuery 4, with its reason."},
	{"docs/BENCHMARKS.md", More, "How fast it is beside jQuery, bluebird and native promises, and how that is measured."},
	{"docs/HOSTING.md", More, "Tested configurations for nginx and a Go server: types, compression, caching, policy."},
	{"docs/ARCHITECTURE.md", More, "How the parts fit together."},
	{"CHANGELOG.md", More, "What changed in each release."},
	{"SECURITY.md", More, "How to report a vulnerability, and what is promised."},
	{"CONTRIBUTING.md", More, "From a clone to a first change."},
}

func (s *site) addTexts() error {
	for _, t := range backgrounds {
		source, err := os.ReadFile(filepath.Join(s.root, filepath.FromSlash(t.file)))
		if os.IsNotExist(err) && t.file == "docs/FAQ.md" {
			continue
		}
		if err != nil {
			return err
		}
		p, err := s.textPage(t.file, texts[t.file], t.section, string(source))
		if err != nil {
			return err
		}
		p.Description, p.summary = t.description, t.description
		s.add(p)
	}
	return nil
}

// addGuides adds all files of docs/guides, those that order.txt names first.
func (s *site) addGuides() error {
	folder := filepath.Join(s.root, "docs", "guides")
	found, err := filepath.Glob(filepath.Join(folder, "*.md"))
	if err != nil {
		return err
	}
	var names []string
	order, err := os.ReadFile(filepath.Join(folder, "order.txt"))
	if err != nil && !os.IsNotExist(err) {
		return err
	}
	for name := range strings.FieldsSeq(string(order)) {
		names = append(names, strings.TrimSuffix(name, ".md"))
	}
	for _, file := range found {
		if name := strings.TrimSuffix(filepath.Base(file), ".md"); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, name := range names {
		source, err := os.ReadFile(filepath.Join(folder, name+".md"))
		if err != nil {
			return fmt.Errorf("docs/guides/order.txt: %w", err)
		}
		p, err := s.textPage("docs/guides/"+name+".md", "docs/guides/"+name+".html", Guides, string(source))
		if err != nil {
			return err
		}
		s.add(p)
	}
	return nil
}

var titleLine = regexp.MustCompile(`^# (.+)\n+`)

// textPage is the page of a file in Markdown, which begins with its title.
func (s *site) textPage(file, at, section, source string) (*Page, error) {
	title := titleLine.FindStringSubmatch(source)
	if title == nil {
		return nil, fmt.Errorf("%s does not begin with a title", file)
	}
	rest := source[len(title[0]):]
	r := &reader{site: s, folder: path.Dir(file)}
	b := &body{r: r}
	b.html(fmt.Sprintf("<p class=\"crumbs\"><a href=%q>%s</a></p>\n", sectionIndex[section], section))
	b.html("<h1>" + r.line(title[1]) + "</h1>\n")
	lead, after, _ := strings.Cut(rest, "\n\n")
	description := ""
	if !strings.HasPrefix(lead, "#") && !strings.HasPrefix(lead, "|") && !strings.HasPrefix(lead, "<") && !strings.HasPrefix(lead, "-") && !strings.HasPrefix(lead, "```") {
		line := r.line(lead)
		description = plain(line)
		b.html("<p class=\"lead\">" + line + "</p>\n")
		rest = after
	}
	known := len(s.problems)
	b.html(r.markdown(rest))
	for i := known; i < len(s.problems); i++ {
		s.problems[i] = fmt.Errorf("%s: %w", file, s.problems[i])
	}
	return &Page{Path: at, Title: plain(r.line(title[1])), Description: description, summary: description, Section: section,
		Body: []byte(b.out.String()), source: file, Label: plain(r.line(title[1]))}, nil
}
