// Plays a scenario on one face, and answers its trace. Steps that only look, or do what a person or a server does,
// are here, since they are the same for both.

import { turn } from "../lib/test.js";
import { line } from "./trace.js";

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {any[]} steps each has its verb as `do`
 * @property {{ why: string, page: string[], go: string[] }} [differs] by design: what each face says in place of the other
 *
 * @typedef {(step: any) => any} Face
 */

export const stage = /** @type {HTMLElement} */ (document.body.appendChild(document.createElement("div")));
stage.style.cssText = "width: 400px; font: 16px/20px sans-serif";

const next = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The style attribute, in an order of its own. @param {any} element */
const inline = ({ style }) =>
	Array.from(style, (/** @type {string} */ name) => `${name}: ${style.getPropertyValue(name)}`)
		.sort()
		.join("; ");

/** @param {string} value */
const rounded = (value) =>
	value.replace(/-?\d+\.\d+(e-?\d+)?/g, (/** @type {string} */ n) => String(Math.round(Number(n) * 10) / 10));

/** @param {string} path */
async function from(path) {
	return (await fetch(path)).text();
}

/** An element for later, which may be removed. @type {any} */
let kept = null;

let ahead = 0;
const { now } = performance;

/**
 * The steps that both faces share. They may say something.
 *
 * @type {Record<string, (step: any, say: (id: string, what: string, fields?: any) => void, run: string) => any>}
 */
const shared = {
	html({ html }) {
		stage.innerHTML = html;
	},
	// How elements look: computed values of some properties, and the style attribute.
	look({ of, what = [] }, say) {
		for (const element of stage.querySelectorAll(of)) {
			const computed = /** @type {any} */ (getComputedStyle(element));
			/** @type {Record<string, string>} */
			const fields = {};
			for (const name of what) fields[name] = rounded(computed[name]);
			say(element.id, "looks", { ...fields, style: rounded(inline(element)) });
		}
	},
	// All that moves is held at a part of its time.
	at({ part, only }) {
		for (const animation of document.getAnimations()) {
			if (only && animation.playState !== only) continue;
			animation.pause();
			animation.currentTime = Number(animation.effect?.getComputedTiming().duration) * part;
		}
	},
	finish() {
		for (const animation of document.getAnimations()) animation.finish();
	},
	// What has begun meanwhile is held where it is: after a finish or a stop, that takes a frame or two.
	async held() {
		for (let frames = 0; frames < 2; frames++) {
			shared.at({ part: 0, only: "running" }, () => {}, "");
			await next();
		}
		await turn();
		shared.at({ part: 0, only: "running" }, () => {}, "");
	},
	// Waits until so many animations are under way.
	async running({ n }, say) {
		while (document.getAnimations().length !== n) await next();
		for (const animation of document.getAnimations()) {
			const { target } = /** @type {KeyframeEffect} */ (animation.effect);
			say(/** @type {any} */ (target).id, "moves");
		}
	},
	fire({ at, event, detail }) {
		const target = at === "document" ? document : at === "kept" ? kept : document.querySelector(at);
		target.dispatchEvent(new CustomEvent(event, { detail, bubbles: true }));
	},
	keep({ of }) {
		kept = document.querySelector(of);
	},
	remove({ of }) {
		for (const element of stage.querySelectorAll(of)) element.remove();
	},
	scroll({ y }) {
		scrollTo(0, y);
	},
	// All that can run does, before the next task.
	tick: turn,
	// The clock of both faces goes on by so many ms.
	later({ ms }) {
		ahead += ms;
		performance.now = () => now.call(performance) + ahead;
	},
	// The server has got the n-th request with that mark.
	seen: ({ mark, n = 1 }, _, run) => from(`/twins/seen?run=${run}${mark}&n=${n}`),
	// A request with that mark that the server had not answered is over.
	left: ({ mark }, _, run) => from(`/twins/left?run=${run}${mark}`),
	async count({ mark }, say, run) {
		say("server", `has seen ${await from(`/twins/count?run=${run}${mark}`)}`, { mark });
	},
};

/** A step that hangs is named. @param {number} ms @param {any} work @param {() => string} says */
async function within(ms, work, says) {
	let timer;
	const late = new Promise((_, reject) => {
		timer = setTimeout(() => reject(new Error(says())), ms);
	});
	await Promise.race([work, late]);
	clearTimeout(timer);
}

let runs = 0;

/**
 * @param {string} name of the face
 * @param {Scenario} scenario
 * @param {Face} face
 * @param {(tell: (told: any) => void) => void} hear whom the face tells
 * @param {Record<string, string>} places what stands for "{name}" in URLs
 */
export async function play(name, scenario, face, hear, places) {
	const run = `r${++runs}-`;
	/** @type {string[]} */
	const trace = [];
	const clean = (/** @type {string} */ text) => {
		text = text.replaceAll(run, "{run}");
		for (const [name, value] of Object.entries(places)) text = text.replaceAll(value, `{${name}}`);
		return text;
	};
	const say = (/** @type {string} */ id, /** @type {string} */ what, fields = {}) =>
		trace.push(line({ id, what, ...fields }, clean));
	hear((told) => trace.push(line(told, clean)));
	stage.replaceChildren();
	scrollTo(0, 0);
	await face({ do: "reset" });
	for (const step of scenario.steps) {
		let text = JSON.stringify(step).replaceAll("{run}", run);
		for (const [name, value] of Object.entries(places)) text = text.replaceAll(`{${name}}`, value);
		const one = JSON.parse(text);
		await within(3000, Object.hasOwn(shared, one.do) ? shared[one.do](one, say, run) : face(one), () =>
			[`${name} hangs in ${text}, after`, ...trace].join("\n"),
		);
	}
	await turn();
	hear(() => {});
	for (const animation of document.getAnimations()) animation.cancel();
	performance.now = now;
	ahead = 0;
	return trace;
}
