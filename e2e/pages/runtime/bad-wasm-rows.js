// What a server, or a page that fetches by itself, can do wrong, and what load says of it. Runs in
// documents and, by bad-wasm-worker.js, in workers.

const origin = self.location.origin;

/** Another origin, which is the same server and allows no page to read from it. */
const elsewhere = origin.replace("127.0.0.1", "localhost");

const bytes = async () => (await fetch("/dist/godeferred.wasm")).arrayBuffer();

const wasm = { headers: { "Content-Type": "application/wasm" } };

/** By what is given to load: the code of its rejection and what the message says; or nothing: it loads. */
export const rows = {
	"the first half, sent as if whole": [{ wasm: "/demo/wasm/half" }, "cut-short", "half", "ends after"],
	"a connection that breaks in the middle": [{ wasm: "/demo/wasm/cut" }, "cut-short", "/demo/wasm/cut"],
	"a server that stops in the middle": [
		{ wasm: "/demo/wasm/stall", timeout: 200 },
		"timeout",
		"200 ms",
		"load()",
	],
	"a server that never answers": [{ wasm: "/demo/wasm/silent", timeout: 200 }, "timeout", "silent"],
	"a page that is called wasm": [{ wasm: "/demo/wasm/html" }, "wrong-type", "something else"],
	"a compressed file that is not said to be": [
		{ wasm: "/demo/wasm/gzip" },
		"wrong-type",
		"Content-Encoding: gzip",
	],
	"no bytes": [{ wasm: "/demo/wasm/empty" }, "cut-short", "empty"],
	"no content": [{ wasm: "/demo/wasm/no-content" }, "not-found", "204"],
	"another type": [{ wasm: "/demo/wasm/text" }, "wrong-type", "text/plain", "application/wasm"],
	"no file": [{ wasm: "/nothing.wasm" }, "not-found", "404"],
	"no address": [{ wasm: "http://[" }, "not-found", "address"],
	"a scheme that cannot be fetched": [{ wasm: "file:///godeferred.wasm" }, "network", "server"],
	"nobody there": [{ wasm: "http://127.0.0.1:1/x.wasm" }, "network", "127.0.0.1:1"],
	"no such host": [{ wasm: "http://nowhere.invalid/x.wasm" }, "network", "nowhere.invalid"],
	"another origin without CORS": [{ wasm: `${elsewhere}/dist/godeferred.wasm` }, "network", "CORS"],

	"a type with a parameter": [{ wasm: "/demo/wasm/charset" }],
	"a type in capitals": [{ wasm: "/demo/wasm/upper" }],
	"a transfer that is slow, and steady": [{ wasm: "/demo/wasm/steady?pause=100", timeout: 1000 }],
	"no limit": [{ wasm: "/dist/godeferred.wasm", timeout: Number.POSITIVE_INFINITY }],
	"a limit that no timer can count": [{ wasm: "/dist/godeferred.wasm", timeout: 1e15 }],

	"a wrong hash": [
		{ wasm: "/dist/godeferred.wasm", integrity: `sha384-${"A".repeat(64)}` },
		"mismatch",
		"/dist/godeferred.wasm",
		"integrity",
	],
	"the right hash": async () => [{ wasm: "/dist/godeferred.wasm", integrity: await hashes(384) }],
	"a wrong hash of bytes": async () => [{ wasm: await bytes(), integrity: "sha256-AAAA" }, "mismatch"],
	"the right hash of bytes": async () => [{ wasm: await bytes(), integrity: await hashes(512) }],
	"a wrong hash of half a file": [{ wasm: "/demo/wasm/half", integrity: "sha256-AAAA" }, "cut-short"],
	"a hash, and a server that stops": [
		{ wasm: "/demo/wasm/stall", integrity: "sha256-AAAA", timeout: 200 },
		"timeout",
	],

	"the page's fetch, which fails": () => [
		{ wasm: fetch("http://127.0.0.1:1/x.wasm") },
		"network",
		"given to load",
	],
	"the page's fetch, with a wrong hash": () => [
		{ wasm: fetch("/dist/godeferred.wasm", { integrity: "sha256-AAAA" }) },
		"network",
	],
	"a promise that stays pending": [{ wasm: new Promise(() => {}), timeout: 200 }, "timeout"],
	"a response that stops": () => [{ wasm: fetch("/demo/wasm/stall"), timeout: 200 }, "timeout"],
	"a response of half a file": () => [{ wasm: fetch("/demo/wasm/half") }, "cut-short", "half"],
	"a response that was read": async () => {
		const response = await fetch("/dist/godeferred.wasm");
		await response.arrayBuffer();
		return [{ wasm: response }, "network", "its body was read"];
	},
	"a response that is being read": async () => {
		const response = await fetch("/dist/godeferred.wasm");
		response.body?.getReader();
		return [{ wasm: response }, "network", "its body was read"];
	},
	"an opaque response": async () => [
		{ wasm: await fetch(`${elsewhere}/dist/godeferred.wasm`, { mode: "no-cors" }) },
		"network",
		"opaque",
		"CORS",
	],
	"an error response": [{ wasm: Response.error() }, "network", "its type is error"],
	"a response of another status": () => [{ wasm: fetch("/nothing.wasm") }, "not-found", "404"],
	"a response without a body": [{ wasm: new Response(null, wasm) }, "cut-short", "empty"],
	"a response that the page has made": async () => [{ wasm: new Response(await bytes(), wasm) }],

	"half of the bytes": async () => [{ wasm: (await bytes()).slice(0, 1_000_000) }, "cut-short", "1000000"],
	"bytes that end in a section's length": async () => [{ wasm: (await bytes()).slice(0, 9) }, "cut-short"],
	"bytes that end in the magic": async () => [{ wasm: (await bytes()).slice(0, 5) }, "cut-short"],
	"bytes whose sections are whole, and nonsense": () => [
		{ wasm: new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 2, 0xff, 0xff]) },
		"cut-short",
		"damaged",
	],
	"no bytes at all": [{ wasm: new Uint8Array() }, "cut-short", "empty"],
	"bytes that were given away": async () => {
		const buffer = await bytes();
		const view = new Uint8Array(buffer);
		structuredClone(buffer, { transfer: [buffer] });
		return [{ wasm: view }, "cut-short"];
	},
	"bytes of something else": [
		{ wasm: new TextEncoder().encode("<!doctype html>") },
		"wrong-type",
		"something else",
	],
	"a view of the bytes": async () => {
		const whole = new Uint8Array(await bytes());
		const padded = new Uint8Array(whole.length + 6);
		padded.set(whole, 3);
		return [{ wasm: new DataView(padded.buffer, 3, whole.length) }];
	},
};

/** What is a mistake of the program, and a TypeError. */
export const mistakes = {
	timeout: [{ timeout: 0 }, { timeout: "1" }, { timeout: Number.NaN }],
	integrity: [
		{ integrity: "sha1-AAAA" },
		{ integrity: 5 },
		{ wasm: new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])), integrity: "sha256-AAAA" },
	],
	wasm: [{ wasm: 5 }, { wasm: Promise.resolve("text") }],
};

/** @param {number} bits */
async function hashes(bits) {
	const digest = await crypto.subtle.digest(`SHA-${bits}`, await bytes());
	return `sha${bits}-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/**
 * Why a row does not hold; empty where it does.
 *
 * @param {string} name
 * @param {() => Promise<any>} load
 */
export async function wrongWith(name, load) {
	/** @type {any} */
	const row = rows[name];
	const [options, code, ...says] = typeof row === "function" ? await row() : row;
	const error = await load(options).then(
		() => undefined,
		(/** @type {any} */ error) => error,
	);
	if (!code) return error ? `it rejects: ${error}` : "";
	if (!error) return "it loads";
	if (error.name !== "GodeferredError" || error.code !== code) return `${error.code}: ${error}`;
	return (
		says
			.filter((part) => !error.message.includes(part))
			.map((part) => `${error.message} (lacks ${part})`)[0] ?? ""
	);
}
