package e2e

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/e2e/harness"
)

// What is made fast, and whether V8 throws it away, shows in what V8 itself tells of its work. The class of the page's
// own, of which nothing is kept, is there so that a V8 that tells of nothing, or in other words, fails the test.
const busyPage = `
import { readFileSync } from "node:fs";
import { load } from "./dist/godeferred.mjs";
const $ = await load({ wasm: readFileSync("dist/godeferred.wasm") });
const add = (value) => value + 1;
class Forgotten { constructor(a) { this.a = a; } }
let latest;
function control() {
	for (let i = 0; i < 10_000; i++) latest = new Forgotten(i);
	latest = undefined;
}
const jobs = [
	control,
	async () => {
		const first = $.Deferred();
		let end = first.promise();
		for (let i = 0; i < 500; i++) end = end.then(add);
		first.resolve(0);
		await end;
	},
	() => {
		for (let i = 0; i < 500; i++) $.Deferred().done(add).fail(add).always(add).resolve(1);
	},
	() => {
		const d = $.Deferred().progress(add, add);
		d.then(null, null, add);
		for (let i = 0; i < 500; i++) d.notify(1);
		d.resolve();
	},
	async () => {
		for (let i = 0; i < 100; i++) {
			const two = [$.Deferred(), $.Deferred()];
			const ends = [$.when(...two), $.all(two)];
			for (const d of two) d.resolve(i);
			await Promise.all(ends);
		}
	},
	async () => {
		for (let i = 0; i < 100; i++) await $.Deferred().reject(1).catch(() => $.Deferred().resolve(2)).finally(add);
	},
];
for (let round = 0; round < 300; round++) for (const job of jobs) await job();
console.log("collecting");
gc();
gc();
console.log("collected");
console.log($.inspect().pending);
`

var thrownAway = regexp.MustCompile(`SharedFunctionInfo ([^>]*)>.*weak objects`)

// A page whose deferreds have all settled when garbage is collected goes on as fast as before.
func TestACollectionOfGarbageThrowsNoFastCodeAway(t *testing.T) {
	harness.RequireDist(t)
	printed := harness.NodePrints(t, busyPage, "--expose-gc", "--trace-deopt")
	_, rest, found := strings.Cut(printed, "collecting\n")
	require.True(t, found, printed)
	told, pending, found := strings.Cut(rest, "collected\n")
	require.True(t, found, printed)
	var gone []string
	for _, match := range thrownAway.FindAllStringSubmatch(told, -1) {
		gone = append(gone, match[1])
	}
	require.Contains(t, gone, "control", "this V8 says nothing of what it throws away:\n%s", told)
	for _, name := range gone {
		assert.Contains(t, []string{"control", "Forgotten"}, name, "thrown away")
	}
	assert.Equal(t, "0\n", pending, "what is pending")
}
