package docs

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

var (
	table    = regexp.MustCompile(`(?s)<table>.*?</table>`)
	headCell = regexp.MustCompile(`(?s)<th[^>]*>(.*?)</th>`)
	tableRow = regexp.MustCompile(`(?s)<tr>.*?</tr>`)
	bodyCell = regexp.MustCompile(`<td`)
	noHead   = regexp.MustCompile(`<th((?: [^>]*)?)></th>`)
	tableTop = regexp.MustCompile(`(?s)<thead>.*?</thead>\n?`)
)

// widest is the number of characters of a row from which a table is one of texts.
const widest = 120

// tables makes tables fit narrow windows. One of texts becomes a list there, with the heading of its column before each
// cell; one of figures scrolls by itself.
func tables(page string) string {
	return table.ReplaceAllStringFunc(page, func(found string) string {
		var heads []string
		for _, m := range headCell.FindAllStringSubmatch(found, -1) {
			heads = append(heads, plain(m[1]))
		}
		longest := 0
		for _, row := range tableRow.FindAllString(found, -1) {
			longest = max(longest, len([]rune(plain(row))))
		}
		if strings.Join(heads, "") == "" {
			found = tableTop.ReplaceAllString(found, "")
		}
		found = noHead.ReplaceAllString(found, "<td$1></td>") // a corner, say, is not a heading
		if len(heads) > 4 || longest < widest || strings.Join(heads, "") == "" {
			return "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">" + found + "</div>"
		}
		found = tableRow.ReplaceAllStringFunc(found, func(row string) string {
			column := -1
			return bodyCell.ReplaceAllStringFunc(row, func(cell string) string {
				column++
				return fmt.Sprintf("%s data-label=\"%s\"", cell, html.EscapeString(heads[column]))
			})
		})
		return strings.Replace(found, "<table>", "<table class=\"differences\">", 1)
	})
}
