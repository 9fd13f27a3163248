package e2e_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/e2e/harness"
)

// A page's own Go program runs in a worker, and the page calls it by messages.

func TestAGoProgramRunsInAWorkerOfItsPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/in-worker.js"}, program)
		// Go says in the console why a program has ended, and the browser which worker it has not found.
		harness.RunPages(t, b, []string{"/pages/program/in-worker.js?ends", "/pages/program/in-worker-own.js"}, program, harness.AllowErrors())
	})
}

func TestAWorkerOfAStrictPage(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	policy := harness.WithHeader("Content-Security-Policy",
		"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types godeferred")
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/in-worker.html"}, program, policy)
	})
}

// mapAsync with workers, of a program in the page and of one in a worker.
func TestCallsAreSpreadOverWorkers(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/pageprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		// Go says in the console why a program has ended.
		harness.RunPages(t, b, []string{"/pages/program/spread.js", "/pages/program/spread.js?worker"}, program, harness.AllowErrors())
	})
}

func TestAPolicyThatForbidsWorkers(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/pageprogram")
	policy := harness.WithHeader("Content-Security-Policy", "script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPage(t, b, "/pages/program/spread-forbidden.js", program, policy, harness.AllowErrors())
	})
}

// How much faster two workers are is told, not judged: it depends on the machine.
func TestSpeedOfTwoWorkers(t *testing.T) {
	harness.RequireDist(t)
	server := harness.Serve(t, harness.Program(t, "./internal/pageprogram"))
	tab := harness.NewTab(t)
	tab.Open(server.URL + "/pages/program/spread-speed.html")
	tab.WaitFor("window.measure")
	for _, result := range harness.Eval[[]string](tab, "measure(10)") {
		t.Log(result)
	}
	assert.Empty(t, tab.Errors())
}

func TestAPageKeepsItsFramesWhileGoComputesInAWorker(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.RunPage(t, harness.Chromium, "/pages/program/in-worker-frames.js", harness.Program(t, "./internal/pageprogram"))
}

func TestValuesPassTheBorderOfAWorker(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/borderprogram")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/border.js?worker"}, program)
	})
}

func TestAPlatformWithoutWorkersSaysSo(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	harness.Program(t, "./internal/pageprogram")
	assert.Equal(t, "unsupported\nunsupported\n", harness.NodePrints(t, `
		import { load } from "./dist/godeferred.mjs";
		const wasm = new URL("./e2e/artifacts/pageprogram.wasm", import.meta.url);
		await load({ wasm, worker: true }).catch(({ code }) => console.log(code));
		const { go, mapAsync } = await load({ wasm });
		await mapAsync([1], go.first, { workers: 2 }).catch(({ code }) => console.log(code));
		process.exit(0); // the program goes on
	`))
}

// Each side keeps what it has sent until the other side's collector has found the stand-in unused.
func TestAStandInThatIsNotUsedFreesWhatItStandsFor(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "2 1 0\n", harness.NodePrints(t, `
		import { crossing } from "./web/src/program/crossing.js";
		const none = () => {};
		const one = { program: {}, make: none, open: none, follow: none, signal: none, free: none };
		const kit = { standsFor: none };
		const here = crossing(one, kit);
		const freed = {};
		freed.promise = new Promise((resolve) => { freed.resolve = resolve; });
		const there = crossing({ ...one, make: (number) => () => number, free: (...args) => freed.resolve(args) }, kit);
		const sent = () => 1;
		function send() {
			const { values, marks } = here.pack([sent]);
			const got = structuredClone({ values, marks });
			there.unpack(got.values, got.marks);
		}
		send();
		send(); // once more, which the other side counts
		const before = here.kept.size;
		const collecting = setInterval(() => gc(), 1);
		const [number, count] = await freed.promise;
		clearInterval(collecting);
		here.free(number, count);
		console.log(count, before, here.kept.size);
	`, "--expose-gc"))
}

func TestTypedExportsOfAWorker(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/generate/testdata/rows")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/in-worker-typed.js"}, program)
	})
}

func TestInstancesOfGoTypes(t *testing.T) {
	t.Parallel()
	harness.RequireDist(t)
	program := harness.Program(t, "./internal/generate/testdata/classes")
	harness.InAll(t, func(t *testing.T, b harness.Browser) {
		harness.RunPages(t, b, []string{"/pages/program/in-page-instances.js", "/pages/program/in-worker-instances.js", "/pages/program/spread-instances.js"}, program)
	})
}

// A side that has lost an instance says how often it got it: another message with it may be on its way.
func TestALostInstanceIsToldOfOnce(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "[[7,[2]],[8,[]]] 0\n", harness.NodePrints(t, `
		import { instanceOf } from "./web/src/program/objects.js";
		const told = [];
		let lost;
		const wait = new Promise((resolve) => { lost = resolve; });
		const program = { objects: new Map(), names: new Map(), bridge: { drop(...args) {
			told.push([+this, args.filter((one) => one)]);
			if (told.length === 1) lost();
		} } };
		const first = new WeakRef(instanceOf(program, "C", 7));
		if (instanceOf(program, "C", 7) !== first.deref()) throw new Error("another instance");
		const collecting = setInterval(() => gc(), 1);
		await wait;
		clearInterval(collecting);
		const freed = instanceOf(program, "C", 8);
		freed.free();
		freed.free();
		console.log(JSON.stringify(told), program.objects.size);
	`, "--expose-gc"))
}
