// A page of the site in a frame: wide and narrow, light and dark. The query of this module's address names it.

import { equal, ok, test } from "../lib/test.js";

/** The text spacing that WCAG 1.4.12 asks a page to bear. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
	p { margin-bottom: 2em !important }`;

const address = /** @type {string} */ (new URL(import.meta.url).searchParams.get("of"));
const colours = ["color-contrast", "link-in-text-block"];
const axe = await (await fetch("/modules/axe-core/axe.min.js")).text();

// axe computes colours alike in all engines.
const isChromium = "userAgentData" in navigator;

test(address, async () => {
	const frame = document.createElement("iframe");
	frame.style.cssText = "width: 1280px; height: 900px; border: 0";
	frame.src = address;
	const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
	document.body.append(frame);
	await loaded;
	const page = /** @type {any} */ (frame.contentWindow);
	await until(() => settled(page.document));
	try {
		await silent(page);
		ok(page.witness.shift < 0.01, `the layout shifted by ${page.witness.shift}`);
		await fits(page);
		page.eval(axe); // in the page's own realm; the policy of the real page is not there
		await accessible(page, "light, 1280 px");
		theme(page, "dark");
		if (isChromium) await accessible(page, "dark, 1280 px", colours);
		frame.style.width = "390px";
		await fits(page);
		await accessible(page, "dark, 390 px");
		theme(page, "light");
		if (isChromium) await accessible(page, "light, 390 px", colours);
		frame.style.width = "320px";
		// Where scroll bars have a width, the page has that less.
		frame.style.width = `${2 * 320 - page.document.documentElement.clientWidth}px`;
		await spaced(page);
		own(page);
		equal(page.witness.problems.join("\n"), "");
	} finally {
		frame.remove();
	}
});

/** Buttons work once the scripts have run and a Go program is up. @param {Document} document */
function settled(document) {
	const main = document.querySelectorAll("main .button:not(.second), main .opener");
	return [...main].every(
		(button) =>
			!(/** @type {HTMLButtonElement} */ (button).disabled) &&
			button.getAttribute("aria-disabled") !== "true",
	);
}

/** @param {() => boolean} check is asked once a frame */
async function until(check) {
	while (!check()) await new Promise(requestAnimationFrame);
}

/** A screen reader is told nothing before the visitor has done something. @param {any} page */
async function silent(page) {
	const live = "[role=status], [role=alert], [role=log], output, [aria-live]:not([aria-live=off])";
	const texts = (/** @type {Document} */ document) =>
		[...document.querySelectorAll(live)].map((region) => region.textContent?.trim() || "").join("");
	const html = await (await fetch(address)).text();
	equal(texts(page.document), texts(new DOMParser().parseFromString(html, "text/html")));
}

/** @param {any} page @param {"light" | "dark"} name */
function theme(page, name) {
	page.document.documentElement.dataset.theme = name;
	equal(page.getComputedStyle(page.document.documentElement).colorScheme, name);
}

/** Nothing makes the page scroll sideways. @param {any} page */
function fits(page) {
	const root = page.document.documentElement;
	if (root.scrollWidth <= root.clientWidth + 1) return; // WebKit rounds parts of a pixel up
	const wide = [...page.document.querySelectorAll("body *")].filter(
		(element) => !element.closest("pre") && element.getBoundingClientRect().right > root.clientWidth + 0.5,
	);
	const innermost = wide.filter(
		(element) => !wide.some((other) => other !== element && element.contains(other)),
	);
	const names = innermost.slice(0, 5).map((element) => element.outerHTML.slice(0, 200));
	throw new Error(`${root.scrollWidth} px in a window of ${root.clientWidth} px: ${names.join(" ")}`);
}

/** @param {any} page */
function spaced(page) {
	const sheet = new page.CSSStyleSheet();
	sheet.replaceSync(spacing);
	page.document.adoptedStyleSheets = [sheet];
	fits(page);
}

/** @param {any} page @param {string} how @param {string[]} [rules] where another run has looked at all others */
async function accessible(page, how, rules) {
	const options = { resultTypes: ["violations"], ...(rules && { runOnly: rules }) };
	const { violations } = await page.axe.run(page.document, options);
	const found = violations.flatMap((/** @type {any} */ { id, nodes }) =>
		nodes.map(
			(/** @type {any} */ { target, failureSummary }) => `${how}: ${id}: ${target}: ${failureSummary}`,
		),
	);
	equal(found.join("\n"), "");
}

/** Everything comes from the site itself. @param {any} page */
function own(page) {
	const foreign = page.performance
		.getEntriesByType("resource")
		.map((/** @type {any} */ { name }) => name)
		.filter(
			(/** @type {string} */ name) => !/^(data|blob):/.test(name) && new URL(name).origin !== page.origin,
		);
	equal(foreign.join(" "), "");
}
