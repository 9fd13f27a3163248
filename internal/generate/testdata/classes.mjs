// Instances of Go types. The folder of the built program is the first argument. Run with --expose-gc.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";

const from = (name) => import(pathToFileURL(`${process.argv[2]}/${name}`));
const client = await from("classes.js");
const { default: godeferred } = await from("godeferred.mjs");
const { go } = godeferred;

const failure = async (promise) => {
	try {
		await promise;
	} catch (error) {
		return error;
	}
	throw new Error("it did not reject");
};
const wrong = async (promise, message) => {
	const error = await failure(promise);
	if (typeof message === "string") assert.equal(error.message, message);
	else assert.match(error.message, message);
};

/** Collects until it is so. The collector's callbacks come in tasks of their own. */
async function collected(isSo) {
	for (let i = 0; i < 200; i++) {
		globalThis.gc();
		await new Promise((resolve) => setImmediate(resolve));
		if (await isSo()) return;
	}
	throw new Error("it was not collected");
}

const tests = {
	async beforeTheProgramIs() {
		const counter = new go.Counter(5);
		assert.equal(godeferred.inspect().runtime, "idle");
		assert.equal(counter.promise, undefined);
		const joined = godeferred.when(new go.Counter(6));
		const piped = godeferred.Deferred().resolve().pipe(() => counter);
		Object.prototype.label = () => "the page's";
		try {
			assert.equal(await new go.Counter(1).label(), "counter");
		} finally {
			delete Object.prototype.label;
		}
		assert.equal(await (await joined).value(), 6);
		assert.equal(await piped, counter);
		assert(counter instanceof go.Counter);
		assert.equal(Object.prototype.toString.call(counter), "[object Counter]");
		assert.equal(await counter.add(1, 2), 8);
		assert.equal(await counter.value(), 8);
	},
	async objectsKeepTheirMethods() {
		const counter = new go.Counter(1);
		assert.equal(counter.hasOwnProperty("value"), false);
		assert.equal(counter.toLocaleString(), "[object Counter]");
		assert.equal(Object.prototype.isPrototypeOf.call(go.Counter.prototype, counter), true);
		assert.equal(counter instanceof Object, true);
	},
	async methodsCanBeReplaced() {
		const counter = await go.Counter(1);
		assert.equal(await counter.value(), 1);
		counter.value = () => "its own";
		assert.equal(counter.value(), "its own");
		assert.equal(await new go.Counter(2).value(), 2);
		const other = await (await go.new()).new();
		assert(other instanceof go.Symbol);
	},
	async aShortStringHoldsNoLongOne() {
		assert.equal(await go.holdsText({ from: "a", text: "t".repeat(100_000) }), false);
	},
	async theConstructorCanFail() {
		const counter = new go.Counter(-1);
		await wrong(counter.value(), "from is negative");
		await wrong(counter.add(1), "from is negative");
		await wrong(go.Counter(-1), "from is negative");
		await wrong(go.Counter("1"), 'Counter: from must be a whole number, not "1"');
		assert.equal(await (await go.Counter(7)).value(), 7);
	},
	async methodsHaveSignalsProgressAndErrors() {
		const counter = new go.Counter(0);
		const abort = new AbortController();
		const waiting = counter.wait({ signal: abort.signal });
		const { kinds } = godeferred.inspect();
		assert.deepEqual([kinds["go.Counter"], kinds["go.Counter#wait"]], [1, 1]);
		abort.abort("enough");
		assert.equal(await failure(waiting), "enough");
		assert.equal(await counter.value(), 0, "the constructor goes on");
		await wrong(counter.add("1"), 'Counter.add: by[0] must be a whole number, not "1"');
		assert.equal(counter.missing, undefined);
		assert.equal(counter.secret, undefined);
		assert.equal(await counter.label(), "counter");
		assert.equal(typeof counter.hasOwnProperty, "function");
		const seen = [];
		for await (const n of await counter.each(3)) seen.push(n);
		assert.deepEqual(seen, [0, 1, 2]);
	},
	async oneObjectHasOneInstance() {
		const counter = await go.Counter(1);
		assert.equal(await counter.same(), counter);
		const made = new go.Counter(2);
		assert.equal(await made.same(), made);
		assert.equal(await go.shared(), await go.shared());
		assert.notEqual(await go.Counter(1), counter);
		class Own extends go.Counter {
			async twice() {
				return 2 * (await this.value());
			}
		}
		const own = new Own(21);
		assert.equal(await own.twice(), 42);
		assert(own instanceof go.Counter);
	},
	async instancesAreValues() {
		const [a, b] = [new go.Counter(1), new go.Counter(2)];
		assert.equal(await a.less(b), null);
		assert.equal(await b.less(a), a);
		assert.equal(await b.less(), null);
		const pair = { left: a, right: b, all: [a, b, null], named: { a } };
		const back = await go.pairs(pair);
		assert.deepEqual(Object.keys(back), Object.keys(pair));
		assert(back.left === a && back.right === b && back.named.a === a);
		assert(back.all.length === 3 && back.all[0] === a && back.all[1] === b && back.all[2] === null);
		assert.equal(await go.sum([a, b], (c) => c), 3);
		assert.equal(await go.sum([a, b], async () => new go.Counter(10)), 20);
		const index = new client.Index(["green tea", "black tea"]);
		assert.deepEqual(await index.find("gr"), ["green tea"]);
		assert.deepEqual(await client.search(index, "tea"), ["green tea", "black tea"]);
		const text = "must be an Index that has not been freed, not";
		await wrong(go.search(a, "x"), `search: i ${text} an object`);
		await wrong(go.search({}, "x"), `search: i ${text} an object`);
		await wrong(index.find.call(a, "x"), `Index.find: this ${text} an object`);
		await wrong((0, index.find)("x"), `Index.find: this ${text} undefined`);
		await wrong(
			go.pairs({ ...pair, all: [a, 5] }),
			"pairs: p.all[1] must be a Counter that has not been freed, not 5",
		);
		assert.equal(await go.takeEmpty(await go.makeEmpty()), true);
		assert.equal(await go.takeEmpty(null), false);
		// Go's pointers to what has no size are all alike.
		const empty = await go.makeEmpty();
		const other = await go.makeEmpty();
		assert.notEqual(empty, other);
		empty.free();
		assert.equal(await go.takeEmpty(other), true);
		assert.match(inspect(new go.Counter(1)), /^Counter /);
	},
	async noInstanceIsNoResult() {
		await wrong(go.nothing(true), "there is none");
		await wrong(
			go.nothing(false),
			"nothing: result must be a Counter that has not been freed, not nil without an error",
		);
		const empty = await go.makeEmpty();
		assert.equal(empty instanceof go.Void, true);
		empty.free.call({});
		await wrong(go.Void(), /^godeferred\.go\.Void is no function of .* sum, .* Counter, upper, Index$/);
	},
	async nobodyHearsOfAConstructor() {
		const [error] = await new Promise((resolve) => {
			process.once("unhandledRejection", (...args) => resolve(args));
			new go.Counter(-1);
		});
		assert.equal(error.message, "from is negative");
	},
	async freed() {
		const before = await go.freed();
		const counter = new go.Counter(1);
		const under = counter.add(1);
		counter.free();
		counter.free();
		assert.equal(await under, 2, "what was called before goes on");
		await wrong(
			counter.value(),
			"Counter.value: this must be a Counter that has not been freed, not undefined",
		);
		assert.equal(await go.freed(), before);
		await new Promise((resolve) => setTimeout(resolve));
		await wrong(
			counter.value(),
			"Counter.value: this must be a Counter that has not been freed, not undefined",
		);
		await wrong(go.shared().then((c) => c.less(counter)), /other must be a Counter that has not been freed/);
		assert.equal(await go.freed(), before + 1);
		{
			const other = await go.Counter(1);
			if (Symbol.dispose) other[Symbol.dispose]();
			else other.free();
		}
		assert.equal(await go.freed(), before + 2);
		const shared = await go.shared();
		shared.free();
		const again = await go.shared();
		assert.notEqual(again, shared);
		assert.equal(await again.value(), 100, "Go has it still");
	},
	async collected() {
		const before = await go.freed();
		let kept = new go.Counter(1);
		await (async () => {
			for (let i = 0; i < 100; i++) new go.Counter(i);
			for (let i = 0; i < 100; i++) await go.Counter(i);
		})();
		await collected(async () => (await go.freed()) >= before + 200);
		assert.equal(await kept.value(), 1);
		kept = await kept.same();
		await collected(async () => true);
		assert.equal(await kept.value(), 1);
		const then = await go.freed();
		kept = null;
		await collected(async () => (await go.freed()) > then);
	},
	async theClient() {
		assert.equal(await client.upper("tea"), "TEA");
		assert.equal(await client.delete(), "deleted");
		assert.equal(client.default, godeferred);
		assert.deepEqual(Object.keys(await from("classes.mjs")).sort(), Object.keys(client).sort());
		assert.deepEqual(
			Object.keys(go).sort(),
			Object.keys(client)
				.filter((name) => name !== "default")
				.sort(),
		);
	},
};

for (const [name, test] of Object.entries(tests)) {
	try {
		await test();
	} catch (error) {
		console.log(`${name}: ${error.stack}`);
		process.exit(1);
	}
}
console.log(`${Object.keys(tests).length} cases`);
process.exit(0);
