package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLimitsCountFilesAndSumsOfFiles(t *testing.T) {
	sizes := map[string]int64{"a.js": 10, "b.wasm": 1500}
	sizeOf := func(name string) (int64, error) { return sizes[name], nil }
	for name, row := range map[string]struct {
		limit limit
		wrong string
	}{
		"below":        {limit{[]string{"a.js"}, 11}, ""},
		"just so":      {limit{[]string{"a.js"}, 10}, ""},
		"above":        {limit{[]string{"a.js"}, 9}, "a.js: 10 bytes, 1 more than size/budget.json allows"},
		"a sum":        {limit{[]string{"a.js", "b.wasm"}, 1510}, ""},
		"a sum, above": {limit{[]string{"a.js", "b.wasm"}, 10}, "a.js + b.wasm: 1,510 bytes, 1,500 more than"},
	} {
		t.Run(name, func(t *testing.T) {
			lines, err := compare([]limit{row.limit}, sizeOf)
			if len(lines) != 1 || (err != nil) != (row.wrong != "") || err != nil && !strings.Contains(err.Error(), row.wrong) {
				t.Errorf("%v, %v", lines, err)
			}
		})
	}
}

func TestAFileThatIsMissingExceeds(t *testing.T) {
	if _, err := compare([]limit{{[]string{"a.js"}, 10}}, func(string) (int64, error) { return 0, errors.New("gone") }); err == nil {
		t.Error("no error")
	}
}

func TestNamesOfAModuleAreOneLimit(t *testing.T) {
	file := filepath.Join(t.TempDir(), "budget.json")
	if err := os.WriteFile(file, []byte(`{"a.mjs: A + b": 5, "a.js + b.js": 6}`), 0o600); err != nil {
		t.Fatal(err)
	}
	limits, err := readBudget(file)
	if err != nil || len(limits) != 2 || len(limits[0].files) != 2 || len(limits[1].files) != 1 {
		t.Fatalf("%+v, %v", limits, err)
	}
	if module, names, is := namesOf(limits[1].files[0]); !is || module != "a.mjs" || strings.Join(names, " ") != "A b" {
		t.Error(module, names, is)
	}
}

// What is not imported does not count.
func TestModulesAreShaken(t *testing.T) {
	folder := t.TempDir()
	text := "export const a = 1;\nexport const b = \"" + strings.Repeat("0123456789 abc ", 3) + "\";\n"
	if err := os.WriteFile(filepath.Join(folder, "a.mjs"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	a, err := shakenSize(folder, "a.mjs", []string{"a"})
	if err != nil {
		t.Fatal(err)
	}
	both, err := shakenSize(folder, "a.mjs", []string{"a", "b"})
	if err != nil || a > 30 || both < a+10 {
		t.Errorf("a: %d bytes, both: %d, %v", a, both, err)
	}
	if _, err := shakenSize(folder, "a.mjs", []string{"c"}); err == nil {
		t.Error("a name that is missing is no error")
	}
}

func TestBudgetThatSaysNothingIsRefused(t *testing.T) {
	for _, text := range []string{"", "{}", `{"a.js": 0}`, `{"a.js": "10"}`, `["a.js"]`} {
		file := filepath.Join(t.TempDir(), "budget.json")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if limits, err := readBudget(file); err == nil {
			t.Errorf("%q: %v", text, limits)
		}
	}
}

// A wasm with one imported function and two of its own, of 2 and 5 bytes.
var wasm = []byte("\x00asm\x01\x00\x00\x00" +
	"\x02\x07\x01\x01m\x01f\x00\x00" + // imports
	"\x0a\x0a\x02\x02\x00\x0b\x05\x00\x01\x01\x01\x0b" + // code
	"\x00\x1a\x04name\x01\x13\x02\x01\x06os.F_a\x02\x08x_y.z_.M")

func TestCodeIsCountedByPackage(t *testing.T) {
	p, err := parse(wasm)
	if err != nil {
		t.Fatal(err)
	}
	lines := p.byPackage([]string{"os", "x", "x/y.z-"})
	if len(lines) != 2 || lines[0] != (line{name: "x/y.z-", bytes: 5}) || lines[1] != (line{name: "os", bytes: 2}) {
		t.Errorf("%+v", lines)
	}
}

func TestWasmThatIsCutShortIsRefused(t *testing.T) {
	for end := range len(wasm) {
		if end == 8 || end == 17 || end == 29 {
			continue // between two sections
		}
		if _, err := parse(wasm[:end]); err == nil {
			t.Errorf("no error for the first %d bytes", end)
		}
	}
}

func TestModulesAreCountedBySource(t *testing.T) {
	lines, err := byModule([]byte(`{"outputs": {"godeferred.js": {"inputs": {
		"../web/src/anim/run.js": {"bytesInOutput": 20}, "tables:go:tables": {"bytesInOutput": 3}}}}}`))
	if err != nil || len(lines) != 2 || lines[0].name != "anim/run.js" || lines[1] != (line{name: "tables", bytes: 3}) {
		t.Errorf("%+v, %v", lines, err)
	}
	if _, err := byModule([]byte(`{}`)); err == nil {
		t.Error("no modules are no error")
	}
}
