// Command licences lists what is linked into all that ships, with the licence of each module, as found in its own
// file. It fails if NOTICE does not name one, with its licence and copyright lines, or if the texts that the npm package
// has to bring along (npm/THIRD-PARTY-LICENSES) are not those of the modules.
//
//	go run ./licences -root ..          list and compare
//	go run ./licences -root .. -write   list, and write the texts
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"
)

// textsFile has the licences of what the npm package contains, whole. npm's own folder has the files that the package gets.
const textsFile = "npm/THIRD-PARTY-LICENSES"

func main() {
	root := flag.String("root", "..", "the project's folder")
	write := flag.Bool("write", false, "write "+textsFile)
	flag.Parse()
	if err := run(context.Background(), os.Stdout, *root, *write); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer, root string, write bool) error {
	parts, err := shipped(ctx, root)
	if err != nil {
		return err
	}
	list(w, parts)
	notice, err := os.ReadFile(filepath.Join(root, "NOTICE"))
	if err != nil {
		return err
	}
	problems := noticeProblems(string(notice), parts)
	file, texts := filepath.Join(root, filepath.FromSlash(textsFile)), textsOf(parts)
	if write {
		return errors.Join(append(problems, os.WriteFile(file, []byte(texts), 0o644))...)
	}
	if is, err := os.ReadFile(file); err != nil {
		problems = append(problems, err)
	} else if string(is) != texts {
		problems = append(problems, fmt.Errorf("%s is not up to date: `make licences` writes it", textsFile))
	}
	return errors.Join(problems...)
}

func list(w io.Writer, parts []part) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, p := range parts {
		_, _ = fmt.Fprintf(table, "%s:\n", p.what)
		for _, m := range p.modules {
			_, _ = fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", m.path, m.version, m.licence, strings.Join(m.copyright, " "))
		}
	}
	_ = table.Flush()
}

// noticeProblems says what NOTICE does not say of a module, and which modules it names that nothing contains.
func noticeProblems(notice string, parts []part) (list []error) {
	entries := entriesOf(notice)
	linked := map[string]bool{}
	for _, p := range parts {
		for _, m := range p.modules {
			linked[m.path] = true
			entry, is := entries[m.path]
			if !is {
				list = append(list, fmt.Errorf("NOTICE does not name %s, which is in %s", m.path, p.what))
				continue
			}
			for _, line := range append([]string{m.licence}, m.copyright...) {
				if !strings.Contains(entry, line) {
					list = append(list, fmt.Errorf("NOTICE does not say %q of %s", line, m.path))
				}
			}
		}
	}
	for name := range entries {
		if !linked[name] {
			list = append(list, fmt.Errorf("NOTICE names %s, which is not linked into anything that ships", name))
		}
	}
	return list
}

// entriesOf are the items of NOTICE that are about Go: "- path. Copyright. Licence.", each in one line.
func entriesOf(notice string) map[string]string {
	entries := map[string]string{}
	for _, item := range strings.Split(notice, "\n- ")[1:] {
		item, _, _ = strings.Cut(item, "\n\n")
		text := strings.Join(strings.Fields(item), " ")
		name, _, _ := strings.Cut(text, " ")
		name = strings.TrimRight(name, ".,:")
		if strings.Contains(name, "/") {
			entries[name] = text
		} else if strings.HasPrefix(text, goName) {
			entries[goName] = text
		}
	}
	return entries
}

// textsOf are the licences of what the npm package contains.
func textsOf(parts []part) string {
	var text strings.Builder
	text.WriteString("The files of this package contain parts of the following works. Made by tools/licences.\n")
	for _, m := range parts[inPages].modules {
		fmt.Fprintf(&text, "\n%s\n%s\n%s\n\n", rule, m.path, rule)
		text.WriteString(strings.TrimRight(strings.ReplaceAll(m.text, "\r\n", "\n"), "\n") + "\n")
	}
	return text.String()
}

var rule = strings.Repeat("=", 80)
