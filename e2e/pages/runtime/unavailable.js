// A page whose runtime cannot start, as this module's ?wasm= and ?code= say: what asks no Go goes on, the rest ends.

import { deepEqual, equal, ok, rejects, test, turn } from "../lib/test.js";

const parameters = new URL(import.meta.url).searchParams;
const code = parameters.get("code");

const script = document.createElement("script");
script.src = "/dist/godeferred.js";
script.dataset.wasm = parameters.get("wasm") ?? "";
await new Promise((resolve) => {
	script.onload = resolve;
	document.head.append(script);
});
const { godeferred: $ } = window;
$.ready.catch(() => {}); // what it says is looked at below

const place = document.body.appendChild(document.createElement("div"));

/** A new element. @param {string} [style] */
function made(style = "") {
	const one = document.createElement("p");
	one.textContent = "x";
	one.style.cssText = style; // a policy may forbid attributes
	return place.appendChild(one);
}

/** What a request fails with. */
const failure = (jqXHR) =>
	new Promise((resolve) => jqXHR.fail((x, text, error) => resolve([x, text, error])));

const before = {
	request: failure($.ajax("/asked/early", { beforeSend: () => void (before.told = true) })),
	slid: $.slideUp(made(), 1000),
	moved: rejects($.animate(made(), { left: 5 })),
};

test("what asks no Go goes on", async () => {
	const d = $.Deferred();
	equal(await $.when(d.resolve(1), 2).then((a, b) => a + b), 3);
	deepEqual(await $.all([$.wait(1).then(() => 1), 2]), [1, 2]);
	equal(await d.then(() => 5), 5);
	equal($(place).addClass("here").hasClass("here"), true);
});

test("requests reject with the reason, and tell nobody else", async () => {
	const [x, text, error] = await before.request;
	equal(text, "error");
	equal(error.code, code, error.message);
	ok(error instanceof $.GodeferredError);
	equal(x.status, 0);
	equal(before.told, undefined);
	equal(await rejects($.ready.then(), $.GodeferredError), error);
	const log = [];
	const [, , later] = await failure(
		$.ajax("/asked/later", {
			error: (_, text) => log.push(`error ${text}`),
			complete: (_, text) => log.push(`complete ${text}`),
		}).fail(() => log.push("fail")),
	);
	equal(later, error);
	await turn();
	deepEqual(log, ["error error", "fail", "complete error"]);
});

test("slides, fades, show, hide and toggle jump to their end, in the order of their queue", async () => {
	const slid = await before.slid;
	equal(slid.style.display, "none");
	const one = made();
	const log = [];
	const shown = $.slideUp(one, 1000)
		.done(() => log.push(`up ${one.style.display}`))
		.then(() => $.fadeIn(one, 1000))
		.then(() => $.toggle(one, 1000))
		.then(() => $.slideToggle(one, 1000))
		.then(() => $.hide(one, 1000))
		.then(() => $.show(one, "slow"))
		.then(() => $.fadeOut(one))
		.then(() => $.fadeToggle(one));
	$.queue(one, (next) => {
		log.push("queued");
		next();
	});
	equal(await shown, one);
	deepEqual(log, ["queued", "up none"]); // the queue goes on first, as with the runtime
	equal(one.style.cssText, "");
	equal(getComputedStyle(one).display, "block");
	const half = made("display: none");
	await $.fadeTo(half, 1000, 0.5);
	equal(half.style.opacity, "0.5");
	equal(getComputedStyle(half).display, "block");
	await $(half).slideUpPromise();
	equal(half.style.display, "none");
	// Queued all at once: each begins when the one before is over.
	const many = made();
	$(many).slideUp(100).fadeIn(100).slideUp(100);
	equal((await $(many).promise())[0], many);
	equal(many.style.display, "none");
});

test("animate rejects with the reason", async () => {
	equal((await before.moved).code, code);
	const one = made();
	equal((await rejects($.animate(one, { height: "toggle" }))).code, code);
	equal(one.style.cssText, "");
	equal((await rejects($(one).animatePromise({ left: 1 }))).code, code);
	deepEqual($.inspect().waiting, {});
	equal($.inspect().runtime, "failed");
});

for (const [name, ask] of Object.entries({
	request: (again) => $.ajax("/asked/loop").fail(again),
	fade: (again) => $(place).fadeToggle(500, again),
})) {
	test(`a ${name} that is made again whenever it has ended leaves the page its turns`, async () => {
		let asked = 0;
		const again = () => {
			if (asked++ < 10_000) ask(again);
		};
		again();
		await turn();
		ok(asked < 10_000, `${asked} times`);
		asked = 10_000;
		await turn();
	});
}

if (!parameters.has("final")) {
	test("load tries again, and what still waits then begins", async () => {
		const one = made();
		$.queue(one, (next) => {
			before.next = next;
		});
		const slid = $.slideUp(one, 1);
		const moved = $.animate(made(), { height: "toggle" }, 1);
		const answer = $.ajax("/asked/again");
		equal(await $.load({ wasm: "/dist/godeferred.wasm" }), $);
		equal($.inspect().runtime, "ready");
		await answer;
		await moved;
		before.next();
		await slid;
		equal(one.style.display, "none");
		equal(await $.ready, $);
	});
}
