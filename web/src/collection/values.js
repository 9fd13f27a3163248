import { typeOf } from "../dom/member.js";
import { walk } from "./collection.js";
import { nameOf } from "../dom/list.js";

/**
 * The value of a form field. Disabled options do not count.
 *
 * @param {any} one
 */
function valueIn(one) {
	if (nameOf(one) !== "SELECT") return one.value ?? "";
	const values = [...one.selectedOptions]
		.filter(
			({ disabled, parentNode }) => !disabled && !(parentNode.disabled && nameOf(parentNode) === "OPTGROUP"),
		)
		.map(({ value }) => value);
	return one.multiple ? values : (values[0] ?? null);
}

/** @param {any} value */
const text = (value) => (value == null ? "" : typeof value === "number" ? String(value) : value);

/** @param {any} one @param {any} value */
function setValue(one, value) {
	const list = Array.isArray(value) ? value.map((item) => (item == null ? "" : String(item))) : null;
	if (nameOf(one) === "SELECT") {
		const wanted = list ?? [text(value)];
		let some = false;
		for (const option of [...one.options].reverse()) {
			// Not read back from the option: the browser selects the first when none is selected.
			const is = wanted.includes(option.value);
			option.selected = is;
			some ||= is;
		}
		if (!some) one.selectedIndex = -1;
	} else if (list && /^(checkbox|radio)$/.test(one.type)) {
		one.checked = list.includes(one.value);
	} else {
		one.value = list ?? text(value);
	}
}

/** Values of form fields. @type {import("./collection.js").Methods} */
export const values = {
	val(value) {
		if (arguments.length === 0) return this.length > 0 ? valueIn(this[0]) : undefined;
		return walk(this, (one, i) => {
			if (typeOf(one) === 1)
				setValue(one, typeof value === "function" ? value.call(one, i, valueIn(one)) : value);
		});
	},
};
