/** Whether a value is an object made by `{}` or JSON. @param {any} value */
export function isPlain(value) {
	if (value === null || typeof value !== "object") return false;
	if (Object.prototype.toString.call(value) !== "[object Object]") return false;
	const proto = Object.getPrototypeOf(value);
	return proto === null || (Object.getPrototypeOf(proto) === null && Object.hasOwn(proto, "constructor"));
}
