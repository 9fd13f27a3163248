// Cases of param: those of the table that Go's is tried on, too, and those that only JavaScript has.

/** @type {{name: string, value: any, traditional?: boolean}[]} */
const table = await (await fetch("/pages/ajax/param.json")).json();

export const paramCases = [
	...table,
	{ name: "a function", value: { a: () => 5, b: [() => 6] } },
	{ name: "undefined", value: { a: undefined, b: [undefined] } },
	{ name: "a date", value: { a: new Date(0) } },
	{ name: "an object in a traditional one", value: { a: { b: 1 } }, traditional: true },
	{ name: "inherited names", value: Object.create({ a: 1 }) },
	{ name: "a string", value: "abc" },
];
