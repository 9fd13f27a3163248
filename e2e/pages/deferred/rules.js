// The rules of a Deferred, as a page sees them, one test each.

import { load } from "/dist/godeferred.mjs";
import { deepEqual, equal, ok, test, throws, turn } from "../lib/test.js";

const { Deferred } = await load();

test("init runs at once, with this and its argument the deferred", () => {
	let seen;
	const d = Deferred(function (given) {
		seen = [this, given];
	});
	equal(seen[0], d);
	equal(seen[1], d);
});

test("with and without new; instanceof holds for both", () => {
	ok(new Deferred() instanceof Deferred);
	ok(Deferred() instanceof Deferred);
	ok(!(Deferred().promise() instanceof Deferred));
});

test("an init that is no function is a TypeError that names it; a falsy one is nothing", () => {
	ok(throws(() => Deferred(5), TypeError).message.includes("init"));
	equal(Deferred(0).state(), "pending");
	equal(Deferred(null).state(), "pending");
});

test("done and its kin take nested arrays and array-likes, and ignore the rest", () => {
	const seen = [];
	const note = (name) => () => seen.push(name);
	const d = Deferred();
	equal(d.done("x", 5, null, undefined, {}, note("a"), [[note("b")], { length: 1, 0: note("c") }]), d);
	d.done().done([]);
	d.resolve();
	deepEqual(seen, ["a", "b", "c"]);
});

test("the state is final inside the first callback", () => {
	const d = Deferred();
	let state;
	d.done(() => {
		state = d.state();
	});
	d.resolve();
	equal(state, "resolved");
	deepEqual([d.isResolved(), d.isRejected()], [true, false]);
	const e = Deferred();
	e.fail(() => {}).reject();
	deepEqual([e.state(), e.isResolved(), e.isRejected()], ["rejected", false, true]);
});

test("only the first settling counts", () => {
	const d = Deferred();
	const seen = [];
	d.always((v) => seen.push(v));
	equal(d.resolve(1), d);
	equal(d.resolve(2), d);
	equal(d.reject(3), d);
	deepEqual(seen, [1]);
});

test("resolveWith gives context and arguments, as they were", () => {
	const d = Deferred();
	const context = {};
	const args = [1, 2];
	let seen;
	d.resolveWith(context, args);
	args.push(3);
	d.done(function (...given) {
		seen = [this, given];
	});
	equal(seen[0], context);
	deepEqual(seen[1], [1, 2]);
});

test("resolveWith takes array-likes and nothing, and throws for what is neither", () => {
	const list = (d) => d.then((...all) => all.length);
	return Promise.all([
		list(Deferred().resolveWith({})),
		list(Deferred().resolveWith({}, { length: 2, 0: "a", 1: "b" })),
	]).then((lengths) => {
		deepEqual(lengths, [0, 2]);
		const d = Deferred();
		ok(throws(() => d.resolveWith({}, 5), TypeError).message.includes("args"));
		equal(d.state(), "pending");
	});
});

test("called as a method of another object, resolve passes that object as the context", () => {
	const d = Deferred();
	const image = { onload: d.resolve };
	let context;
	d.done(function () {
		context = this;
	});
	equal(image.onload(), image);
	equal(context, image);
});

test("called detached or on the deferred, resolve passes no context", () => {
	const contexts = [];
	const note = function () {
		contexts.push(this);
	};
	const d = Deferred().done(note);
	d.resolve(1);
	const { resolve } = Deferred().done(note);
	resolve(1);
	deepEqual(contexts, [undefined, undefined]);
});

test("reading a method twice gives the same function; deferred and promise share it", () => {
	const d = Deferred();
	for (const name of ["done", "fail", "then", "always", "progress", "state", "promise", "pipe", "catch"]) {
		equal(d[name], d[name], name);
		equal(d[name], d.promise()[name], name);
	}
	equal(d.resolve, d.resolve);
});

test("the promise is the same each time and cannot settle", () => {
	const d = Deferred();
	const p = d.promise();
	equal(p, d.promise());
	equal(p.promise(), p);
	for (const name of ["resolve", "reject", "notify", "resolveWith", "rejectWith", "notifyWith"]) {
		ok(!(name in p), name);
	}
});

test("for … in copies methods that work", () => {
	const copy = {};
	const d = Deferred();
	for (const name in d) copy[name] = d[name];
	let value;
	copy.done((v) => {
		value = v;
	});
	copy.resolve("copied");
	equal(value, "copied");
	equal(copy.state(), "resolved");
	for (const name in d.promise()) equal(typeof d[name], "function", name);
});

test("promise(target) adds the methods to an object or a function and returns it", () => {
	const d = Deferred();
	const target = () => {};
	equal(d.promise(target), target);
	equal(target.done, d.done);
	let value;
	target.then((v) => {
		value = v;
	});
	d.resolve(7);
	return turn().then(() => equal(value, 7));
});

test("methods can be replaced, as plugins do, and the replaced one is what others call", async () => {
	const d = Deferred();
	let called = 0;
	const { then } = d;
	d.then = (...args) => {
		called++;
		return then(...args);
	};
	setTimeout(d.resolve, 0, "late");
	equal(
		await Deferred()
			.resolve()
			.then(() => d),
		"late",
	);
	ok(called > 0);
});

test("inherited objects and proxies of a deferred work", async () => {
	const d = Deferred();
	const child = Object.create(d);
	const seen = [];
	child.done((v) => seen.push(v));
	new Proxy(d, {}).done((v) => seen.push(v));
	d.resolve("x");
	deepEqual(seen, ["x", "x"]);
});
