// What answers the requests of the playground's code: no server, but this. So examples work from any host, and offline.

/** ms until an answer, unless the address says otherwise. */
const DELAY = 150;

const products = [
	"green tea",
	"black tea",
	"teapot",
	"coffee",
	"cup",
	"kettle",
	"sugar",
	"milk",
	"spoon",
	"honey",
];

const elsewhere = "Failed to fetch: the playground reaches no other site";

/** How often each path was asked for. @type {Map<string, number>} */
const counts = new Map();

/**
 * The bodies of answers, by the last part of the path. Any other answers its name, its count, and the query.
 *
 * @type {Record<string, (query: URLSearchParams) => unknown>}
 */
const bodies = {
	items: (query) => products.slice(0, Number(query.get("count") ?? products.length)),
	search: (query) => products.filter((one) => one.includes(query.get("q") ?? "")),
	"news.html": () => "<ul><li>Tea is served</li><li>The kettle sings</li></ul>",
};

/** The answer of an address that contains it, which the frame's policy keeps from the browser. @param {string} url */
function itself(url) {
	const comma = url.indexOf(",");
	const [type] = url.slice("data:".length, comma).split(";");
	return respond(200, type || "text/plain", decodeURIComponent(url.slice(comma + 1)));
}

/**
 * `fetch` of the playground: see playground.html for what addresses can say.
 *
 * @param {any} input @param {RequestInit} [init]
 * @returns {Promise<Response>}
 */
export async function answer(input, init) {
	const request = input instanceof Request ? input : undefined;
	const url = new URL(request ? request.url : String(input), document.baseURI);
	const signal = init?.signal ?? request?.signal;
	const method = (init?.method ?? request?.method ?? "GET").toUpperCase();
	const { searchParams: query, pathname } = url;
	if (url.protocol === "data:") return itself(url.href);
	if (url.host !== new URL(document.baseURI).host) throw new TypeError(elsewhere);
	const count = (counts.get(pathname) ?? 0) + 1;
	counts.set(pathname, count);
	await pause(Number(query.get("ms") ?? DELAY), signal);

	const fail = query.get("fail") ?? (query.has("times") ? "503" : null);
	if (fail !== null && count <= Number(query.get("times") ?? Number.POSITIVE_INFINITY)) {
		if (fail === "network") throw new TypeError("Failed to fetch (as the address asked: fail=network)");
		return respond(Number(fail) || 503, "text/plain", `failing as the address asked, request ${count}`);
	}
	const [last] = pathname.split("/").slice(-1);
	const own = Object.hasOwn(bodies, last) ? bodies[last](query) : undefined;
	const [name] = last.split(".");
	if (last.endsWith(".html")) return respond(200, "text/html", String(own ?? `<p>${name}</p>`));
	const sent = init?.body == null ? {} : { method, sent: String(init.body) };
	const data = own ?? { name, count, ...Object.fromEntries(query), ...sent };
	return respond(200, "application/json", JSON.stringify(data));
}

/** @param {number} status @param {string} type @param {string} body */
function respond(status, type, body) {
	const empty = status === 204 || status === 304;
	return new Response(empty ? null : body, { status, headers: { "Content-Type": `${type}; charset=utf-8` } });
}

/** @param {number} ms @param {AbortSignal | null | undefined} signal @returns {Promise<void>} */
function pause(ms, signal) {
	return new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const timer = setTimeout(resolve, Number.isFinite(ms) ? ms : DELAY);
		signal?.addEventListener("abort", () => {
			clearTimeout(timer);
			reject(signal.reason);
		});
	});
}
