// The panel's elements. No text becomes markup: pages with Trusted Types need no policy for it.

/**
 * Makes an element.
 *
 * @param {string} name
 * @param {Record<string, any>} [attributes] functions are listeners, by the event's name; true is an empty attribute
 * @param {...(Node | string)} children
 * @returns {any}
 */
export function make(name, attributes = {}, ...children) {
	const element = document.createElement(name);
	for (const key of Object.keys(attributes)) {
		const value = attributes[key];
		if (typeof value === "function") element.addEventListener(key, value);
		else if (value === true) element.setAttribute(key, "");
		else if (value !== false && value != null) element.setAttribute(key, String(value));
	}
	element.append(...children);
	return element;
}

/** Writes a text, unless it is there already: a write makes the browser lay out again. @param {any} node @param {string} text */
export function write(node, text) {
	if (node.said === text) return;
	node.said = text;
	node.textContent = text;
}

/** The same for an attribute; null removes it. @param {any} element @param {string} name @param {string | number | null} value */
export function set(element, name, value) {
	const text = value === null ? null : String(value);
	element.has ??= new Map();
	if (element.has.get(name) === text) return;
	element.has.set(name, text);
	if (text === null) element.removeAttribute(name);
	else element.setAttribute(name, text);
}
