package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNoticeNamesAllThatIsLinked(t *testing.T) {
	parts := []part{
		inPages: {"the page", []goModule{
			{path: goName, licence: "BSD 3-Clause License", copyright: []string{"Copyright 2009 The Go Authors."}},
			{path: "example.com/a", licence: "MIT License", copyright: []string{"Copyright 2020 A.", "Copyright 2021 B."}},
		}},
		inCommand: {"the command", []goModule{{path: "example.com/b", licence: "Apache License 2.0"}}},
	}
	const whole = "x\n\n- The Go runtime and standard library, and more.\n  Copyright 2009 The Go Authors. BSD 3-Clause License: https://go.dev/LICENSE\n" +
		"- example.com/a. Copyright 2020 A. Copyright\n  2021 B. MIT License.\n\nMore:\n\n- example.com/b, by B. Apache License 2.0.\n\n- jQuery 3. MIT License.\n"
	for _, row := range []struct{ name, from, to, want string }{
		{"all", "", "", ""},
		{"a module that is not named", "- example.com/b", "- example.com/c", "does not name example.com/b, which is in the command"},
		{"a module that is not linked", "- example.com/b", "- example.com/c", "names example.com/c, which is not linked"},
		{"no line of a copyright", "2021 B", "2022 B", `does not say "Copyright 2021 B." of example.com/a`},
		{"another licence", "Apache License 2.0", "MIT License", `does not say "Apache License 2.0" of example.com/b`},
		{"Go itself", "- The Go runtime", "- A Go runtime", "does not name The Go runtime"},
	} {
		t.Run(row.name, func(t *testing.T) {
			expect(t, errors.Join(noticeProblems(strings.Replace(whole, row.from, row.to, 1), parts)...), row.want)
		})
	}
}

func TestALicenceIsKnownByItsText(t *testing.T) {
	for _, row := range []struct {
		name  string
		files map[string]string
		want  string // the licence and the copyright lines
		wrong string
	}{
		{"MIT", map[string]string{"LICENSE.md": "MIT\n\nCopyright (c) 2020 A B\n\nPermission is hereby granted, free of charge, to any person\nobtaining a copy of this software"}, "MIT License|Copyright (c) 2020 A B", ""},
		{"BSD", map[string]string{"COPYING": "Copyright © 2012 A. All rights reserved.\nCopyright © B.\n * Neither the name of A"}, "BSD 3-Clause License|Copyright © 2012 A.|Copyright © B.", ""},
		{"Apache", map[string]string{"LICENSE": "  Apache License\n  Version 2.0, January 2004\n\n   Copyright [yyyy] [name of copyright owner]\n"}, "Apache License 2.0", ""},
		{"unknown", map[string]string{"LICENSE": "Do what you like."}, "", "a licence that tools/licences does not know"},
		{"none", map[string]string{"README": "MIT"}, "", "has no licence file"},
		{"two", map[string]string{"LICENSE": "a", "COPYING": "b"}, "", "several licence files"},
		{"a notice to pass on", map[string]string{"LICENSE": "Apache License Version 2.0, January 2004", "NOTICE": "A"}, "", "has a file NOTICE"},
	} {
		t.Run(row.name, func(t *testing.T) {
			folder := t.TempDir()
			for name, text := range row.files {
				if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			m, err := readLicence("example.com/a", folder)
			expect(t, err, row.wrong)
			if got := strings.Join(append([]string{m.licence}, m.copyright...), "|"); err == nil && got != row.want {
				t.Errorf("got %q, expected %q", got, row.want)
			}
		})
	}
}

func expect(t *testing.T, err error, part string) {
	t.Helper()
	if part == "" && err != nil || part != "" && (err == nil || !strings.Contains(err.Error(), part)) {
		t.Errorf("got %v, expected %q", err, part)
	}
}
