package dts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEveryDeclarationIsRead(t *testing.T) {
	for _, name := range []string{"godeferred.d.ts", "core.d.mts", "jquery.d.mts"} {
		source, err := os.ReadFile(filepath.Join("../../../../web/types", name))
		if err != nil {
			t.Fatal(err)
		}
		file, err := Parse(name, string(source))
		if err != nil {
			t.Error(err)
			continue
		}
		for _, d := range file.Declarations {
			for _, m := range d.Members {
				t.Log(d.Name, m.Group, m.Name, m.Method, Flat(m.Type))
			}
			t.Log(d.Kind, d.Name, len(d.Members))
		}
	}
}

func TestWhatIsNotUnderstoodIsAnError(t *testing.T) {
	for _, row := range []struct{ name, source, want string }{
		{"another declaration", "export enum A { B }", `"enum" is not a declaration`},
		{"no type", "\nexport const a;", "line 2: a has no type"},
		{"a member of another kind", "interface A { a = 5; }", `a is followed by "="`},
		{"an unknown tag", "/** @nothing */\ntype A = 1;", "unknown tag @nothing"},
		{"a param without a name", "/** @param\n */\ntype A = 1;", "@param  names nothing"},
		{"a fence without an end", "/**\n * ```js\n */\ntype A = 1;", "a fence without an end"},
		{"no end", "interface A { a: 5;", "A has no end"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := Parse("a.d.ts", row.source)
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("%v, not %q", err, row.want)
			}
		})
	}
}
