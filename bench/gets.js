// The work of the case of requests, for any library: so many GETs of a file that says 1, so many of them at once. The
// server lets nothing be kept, and each has an address of its own besides.

const REQUESTS = 1000;
const AT_ONCE = 50;

const file = new URL("one.json", import.meta.url).href;
let last = 0;

/**
 * @param {number} units
 * @param {(url: string) => PromiseLike<number>} get
 * @param {(value: number) => void} add
 */
export async function gets(units, get, add) {
	let left = units * REQUESTS;
	const worker = async () => {
		while (left-- > 0) add(await get(`${file}?${++last}`));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
