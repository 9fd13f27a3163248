// What methods of collections cost over the bare calls of the DOM, beside jQuery's.

import { godeferred } from "../lib/started.js";

const { jQuery } = /** @type {any} */ (window);
const one = /** @type {any} */ (document.getElementById("one"));
const list = /** @type {any} */ (document.getElementById("list"));
const items = [...list.querySelectorAll("li")];
const none = () => {};

/** An operation: bare, and with a collection. @type {Record<string, [(i: number) => any, ($: any) => (i: number) => any]>} */
const operations = {
	"$(element)": [() => one, ($) => () => $(one)],
	'$("#one")': [() => document.getElementById("one"), ($) => () => $("#one")],
	"addClass and removeClass": [
		(i) => (i & 1 ? one.classList.add("x") : one.classList.remove("x")),
		($) => {
			const set = $(one);
			return (i) => (i & 1 ? set.addClass("x") : set.removeClass("x"));
		},
	],
	"attr(name)": [
		() => one.getAttribute("title"),
		($) => {
			const set = $(one);
			return () => set.attr("title");
		},
	],
	"attr(name, value)": [
		(i) => one.setAttribute("title", String(i & 7)),
		($) => {
			const set = $(one);
			return (i) => set.attr("title", String(i & 7));
		},
	],
	"text(value)": [
		(i) => {
			one.textContent = String(i & 7);
		},
		($) => {
			const set = $(one);
			return (i) => set.text(String(i & 7));
		},
	],
	"css(name, value)": [
		(i) => {
			one.style.width = `${i & 63}px`;
		},
		($) => {
			const set = $(one);
			return (i) => set.css("width", i & 63);
		},
	],
	"find(selector)": [
		() => list.querySelectorAll("li"),
		($) => {
			const set = $(list);
			return () => set.find("li");
		},
	],
	"each, of three": [
		() => {
			for (let i = 0; i < items.length; i++) none.call(items[i]);
		},
		($) => {
			const set = $(items);
			return () => set.each(none);
		},
	],
	"on and off": [
		() => {
			one.addEventListener("click", none);
			one.removeEventListener("click", none);
		},
		($) => {
			const set = $(one);
			return () => set.on("click", none).off("click", none);
		},
	],
};

const times = 20_000;
const rounds = 9;

/** @param {(i: number) => any} fn @returns {number} ns for each */
function once(fn) {
	const start = performance.now();
	for (let i = 0; i < times; i++) fn(i);
	return ((performance.now() - start) * 1e6) / times;
}

/** @param {number[]} list */
const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];

/** Each in turn, so that what slows the machine slows all of them. */
function measure() {
	return Object.entries(operations).map(([name, [bare, by]]) => {
		const ways = [bare, by(godeferred), by(jQuery)];
		/** @type {number[][]} */
		const found = [[], [], []];
		for (let round = 0; round < rounds; round++) ways.forEach((way, i) => void found[i].push(once(way)));
		const [dom, ours, theirs] = found.map(median);
		const over = (/** @type {number} */ ns) => `${Math.round(ns - dom)} ns`;
		return `${name}: DOM ${Math.round(dom)} ns; more than that: ours ${over(ours)}, jQuery ${over(theirs)}`;
	});
}

Object.assign(window, { measure });
