import $ from "godeferred";
import { afterEach, expect, test, vi } from "vitest";
import { show } from "./teas.js";

afterEach(() => vi.unstubAllGlobals());

test("a list of teas is shown", async () => {
	vi.stubGlobal("fetch", async () => Response.json(["Assam", "Darjeeling"]));
	document.body.innerHTML = "<ul hidden></ul>";
	expect(await show(document.querySelector("ul"))).toBe(2);
	expect(document.querySelector("ul").textContent).toBe("AssamDarjeeling");
});

test("a failure rejects", async () => {
	vi.stubGlobal("fetch", async () => new Response("", { status: 500 }));
	document.body.innerHTML = "<ul hidden></ul>";
	await expect(show(document.querySelector("ul"))).rejects.toMatchObject({ status: 500 });
});

test("a deferred is as everywhere", () => {
	const told = [];
	const d = $.Deferred().done((...args) => told.push(...args));
	d.resolve(1, 2);
	expect(told).toEqual([1, 2]);
});
