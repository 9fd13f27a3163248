package e2e_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// goTables is what the rules answer, asked one by one: see cmd/tables.
type goTables struct {
	Answers      []uint32 `json:"answers"`
	Leaves       []uint32 `json:"leaves"`
	QueueAnswers []uint32 `json:"queueAnswers"`
	Directions   []uint32 `json:"directions"`
	Hash         string   `json:"HASH"`
}

// An array that a script has made while it was loaded.
type made struct {
	Kind    string   `json:"kind"`
	Entries []uint32 `json:"entries"`
}

// The page asks no Go for these: a wrong entry in the shipped script would be a rule of its own.
func TestTheShippedScriptsHaveTheTablesOfTheRules(t *testing.T) {
	t.Parallel()
	dist := harness.RequireDist(t)
	want := tablesOfGo(t)
	for _, script := range []struct {
		name      string
		deferreds bool // alone, without animations and what needs Go
	}{{"godeferred.js", false}, {"godeferred.mjs", false}, {"core.mjs", true}} {
		t.Run(script.name, func(t *testing.T) {
			file := filepath.Join(dist, script.name)
			arrays := arraysOf(t, file)
			has(t, arrays, "Uint32Array", "answers", want.Answers)
			has(t, arrays, "Uint8Array", "leaves", want.Leaves)
			if script.deferreds {
				return
			}
			has(t, arrays, "Uint8Array", "queueAnswers", want.QueueAnswers)
			has(t, arrays, "Uint8Array", "directions", want.Directions)
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.Contains(t, string(text), want.Hash, "the script names its tables")
		})
	}
}

// has finds the one array of that kind and length, and compares each entry.
func has(t *testing.T, arrays []made, kind, name string, want []uint32) {
	t.Helper()
	var found []made
	for _, a := range arrays {
		if a.Kind == kind && len(a.Entries) == len(want) {
			found = append(found, a)
		}
	}
	if !assert.Equalf(t, 1, len(found), "arrays that may be %s", name) {
		return
	}
	for i, entry := range found[0].Entries {
		assert.Equalf(t, want[i], entry, "%s[%d]", name, i)
	}
}

func tablesOfGo(t *testing.T) (tables goTables) {
	t.Helper()
	cmd := exec.Command("go", "run", "./cmd/tables", "-json")
	cmd.Dir = harness.Root()
	output, err := cmd.Output()
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(output, &tables))
	require.Len(t, tables.Answers, 2048)
	return tables
}

// arraysOf loads a script and answers the arrays of numbers that it has made meanwhile, as they are then.
func arraysOf(t *testing.T, file string) (arrays []made) {
	t.Helper()
	printed := harness.NodePrints(t, fmt.Sprintf(`
		import { createRequire } from "node:module";
		import { pathToFileURL } from "node:url";
		const own = { Uint32Array, Uint8Array };
		const arrays = [];
		for (const [kind, Own] of Object.entries(own)) {
			globalThis[kind] = class extends Own {
				constructor(...args) {
					super(...args);
					arrays.push({ kind, array: this });
				}
			};
		}
		const file = %q;
		if (file.endsWith(".mjs")) await import(pathToFileURL(file).href);
		else createRequire(import.meta.url)(file);
		Object.assign(globalThis, own);
		const made = arrays.map(({ kind, array }) => ({ kind, entries: [...Array.prototype.slice.call(array)] }));
		process.stdout.write(JSON.stringify(made), () => process.exit(0));
	`, file))
	require.NoError(t, json.Unmarshal([]byte(printed), &arrays))
	return arrays
}
