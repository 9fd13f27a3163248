import { invoke, member, typeOf } from "../dom/member.js";
import { access, walk } from "./collection.js";

/** Attribute → property, where the names differ. */
const names = new Map([
	["for", "htmlFor"],
	["class", "className"],
]);
const mixed =
	"tabIndex readOnly maxLength cellSpacing cellPadding rowSpan colSpan useMap frameBorder contentEditable";
for (const name of mixed.split(" ")) names.set(name.toLowerCase(), name);

/** @param {string} name */
const property = (name) => names.get(name) ?? name;

/** Texts, comments and attributes have neither attributes nor properties here. @param {any} one */
const isBare = (one) => /^[238]$/.test(String(typeOf(one)));

/** @param {any} one @param {string} name */
const readProperty = (one, name) => (isBare(one) ? undefined : one[property(name)]);

/** @param {any} one @param {string} name @param {any} value */
function writeProperty(one, name, value) {
	if (value !== undefined && !isBare(one)) one[property(name)] = value;
}

/** @param {any} one @param {string} name */
function readAttribute(one, name) {
	// The document and the window have no attributes.
	if (!member(one, "getAttribute")) return readProperty(one, name);
	return invoke(one, "getAttribute", name) ?? undefined;
}

/** @param {any} one @param {string} name @param {any} value null and false remove it */
function writeAttribute(one, name, value) {
	if (value === undefined || isBare(one)) return;
	if (!member(one, "setAttribute")) writeProperty(one, name, value);
	// jQuery 4: for aria-* attributes, false is a value.
	else if (value === null || (value === false && !/^aria-/i.test(name))) {
		invoke(one, "removeAttribute", name);
	} else invoke(one, "setAttribute", name, value);
}

/** Attributes and properties. @type {import("./collection.js").Methods} */
export const attributes = {
	attr() {
		return access(this, arguments, readAttribute, writeAttribute);
	},
	removeAttr(list) {
		const found = list ? list.match(/[^\s]+/g) : [];
		return walk(this, (one) => {
			if (typeOf(one) === 1) for (const name of found) invoke(one, "removeAttribute", name);
		});
	},
	prop() {
		return access(this, arguments, readProperty, writeProperty);
	},
	removeProp(name) {
		return walk(this, (one) => delete one[property(name)]);
	},
};
