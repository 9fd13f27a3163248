package guides

import (
	"regexp"
	"strconv"
	"strings"
)

// A script is a snippet of JavaScript as it runs in a page.
type script struct {
	text   string
	module bool
	// expected is what each line must print, by its number: the comment behind console.log says it.
	expected map[string][]string
}

var (
	printing = regexp.MustCompile(`console\.log\((.*)// → (.+)$`)
	// Only a module can import, and await outside of functions: in the first column, or anywhere if nothing is async.
	modular = regexp.MustCompile(`(?m)^(import |export |await |.*= await |for await )`)
	awaits  = regexp.MustCompile(`\bawait\b`)
	async   = regexp.MustCompile(`\basync\b`)
)

// prepared makes the lines with an expectation print to __say. Its first argument is the line: so it does not matter
// which of several lines is the first to print.
func prepared(text string) script {
	s := script{module: modular.MatchString(text) || awaits.MatchString(text) && !async.MatchString(text), expected: map[string][]string{}}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		m := printing.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		number := strconv.Itoa(i + 1)
		s.expected[number] = strings.Split(m[2], " → ")
		lines[i] = strings.Replace(line, "console.log(", "__say("+number+", ", 1)
	}
	s.text = strings.Join(lines, "\n")
	return s
}

// Arguments are printed as the console shows them: strings as they are, lists and objects as JSON, errors by name.
const say = `{
const said = {};
const shown = (value) =>
	value instanceof Error || value instanceof DOMException ? value.name + ": " + value.message
	: typeof value === "string" || value === undefined || typeof value === "function" ? String(value)
	: JSON.stringify(value);
window.__say = (line, ...values) => {
	(said[line] ??= []).push(values.map(shown).join(" "));
	console.log(line + ": " + values.map(shown).join(" "));
};
window.__said = said;
}`
