import { assign, invoke } from "./member.js";
import { trusted } from "./trusted.js";

/** Whether value is a TrustedHTML. @param {any} value @returns {boolean} */
export const isTrusted = (value) => /** @type {any} */ (globalThis).trustedTypes?.isHTML(value) ?? false;

/**
 * Parses html into nodes, children of a fragment. Their scripts never run: innerHTML marks them as
 * already run. Handlers in attributes (onerror) do run, as with innerHTML: they are up to the page.
 *
 * @param {any} html
 * @param {Document} within
 * @returns {Node[]}
 */
export function parse(html, within) {
	// A template takes rows and cells without a table around them.
	const template = invoke(within, "createElement", "template");
	setHTML(template, html);
	const fragment = invoke(within, "createDocumentFragment");
	// Out of the template's own document: images load now. An XML document has no templates. The nodes may be too many for
	// arguments.
	if (template.content) fragment.append(template.content);
	else while (template.firstChild) fragment.append(template.firstChild);
	for (const image of fragment.querySelectorAll("img")) {
		// In WebKit the image counts as broken until it is inserted: a page that only waits for "load" waits for ever.
		const src = image.getAttribute("src");
		if (src && image.complete && image.naturalWidth === 0) image.src = src;
	}
	return [...fragment.childNodes];
}

/** @param {Element} element @param {any} html */
export function setHTML(element, html) {
	try {
		assign(element, "innerHTML", typeof html === "string" ? trusted("createHTML", html) : html);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new TypeError(
			"godeferred: the page's policy takes no strings for html: allow ours (trusted-types godeferred), or pass nodes or TrustedHTML",
			{ cause: error },
		);
	}
}

/** The name of a tag that stands alone, as in `<div>`, `<br/>` or `<p></p>`. @param {string} html */
export const loneTag = (html) => /^<([a-z][^\s/>:\0]*)\s*\/?>(?:<\/\1>)?$/i.exec(html)?.[1];
