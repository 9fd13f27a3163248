// Makes the sandboxed frame that code runs in, and gives it what it needs. A frame runs code once: the next run gets a
// new one, so that nothing of the last is left.

const modules = ["playground-api.js", "playground-values.js", "playground-watch.js", "playground-frame.js"];

/** ms until a frame that says nothing counts as refused by the host's policy. */
const PATIENCE = 20_000;

/** Texts and bytes for the frame, fetched once. @type {Promise<any> | undefined} */
let supplies;

/** @param {string} dist the address of the build */
async function fetchSupplies(dist) {
	const get = async (/** @type {string} */ url) => {
		const response = await fetch(url);
		if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
		return response;
	};
	const text = async (/** @type {string} */ url) => (await get(url)).text();
	const [script, wasm, devtools, ...texts] = await Promise.all([
		text(`${dist}/godeferred.js`),
		get(`${dist}/godeferred.wasm`).then((response) => response.arrayBuffer()),
		text(`${dist}/devtools.mjs`),
		...modules.map((name) => text(`/pages/${name}`)),
	]);
	return { kit: { script, wasm, devtools }, modules: modules.map((name, i) => [name, texts[i]]) };
}

/**
 * @param {HTMLElement} place where the frame is shown
 * @param {string} dist @param {() => any} theme what the frame wears
 * @param {(message: any) => void} hear what the code says and does
 */
export function makeRunner(place, dist, theme, hear) {
	/** @type {{frame: HTMLIFrameElement, port: MessagePort, ready: Promise<void>, used: boolean, code: string} | undefined} */
	let current;

	/** A frame with godeferred in it, in which nothing has run. */
	function prepare() {
		if (current && !current.used) return current;
		remove();
		const frame = document.createElement("iframe");
		frame.title = "The page of your code";
		frame.setAttribute("sandbox", "allow-scripts");
		frame.src = "/pages/playground-frame.html";
		const { port1: port, port2 } = new MessageChannel();
		/** @type {Promise<void>} */
		const ready = new Promise((resolve, reject) => {
			const refused = setTimeout(
				() =>
					reject(
						new Error(
							"The sandbox does not start. Does the host's policy allow /pages/playground-frame.html to run blobs?",
						),
					),
				PATIENCE,
			);
			port.onmessage = ({ data }) => {
				for (const message of data) {
					if (current?.frame !== frame) return;
					if (message.type === "ready" || message.type === "failed") clearTimeout(refused);
					if (message.type === "ready") resolve();
					else if (message.type === "failed") reject(new Error(message.text));
					else hear(message);
				}
			};
			frame.onload = async () => {
				try {
					const { kit, modules } = await (supplies ??= fetchSupplies(dist));
					frame.contentWindow?.postMessage({ modules, kit: { ...kit, theme: theme() } }, "*", [port2]);
				} catch (error) {
					supplies = undefined; // the next run asks again
					reject(error);
				}
			};
		});
		ready.catch(() => {});
		place.append(frame);
		current = { frame, port, ready, used: false, code: "" };
		return current;
	}

	function remove() {
		current?.port.close();
		current?.frame.remove();
		current = undefined;
	}

	return {
		prepare,
		/** Resolves when the code has been sent. The last run counts, if the frame is not ready yet. @param {string} code */
		async run(code) {
			const mine = prepare();
			mine.code = code;
			try {
				await mine.ready;
			} catch (error) {
				if (current === mine) remove();
				throw error;
			}
			if (current !== mine || mine.used) return; // stopped, or sent by an earlier call
			mine.used = true;
			mine.port.postMessage({ type: "run", code: mine.code });
		},
		/** Ends the code whatever it is doing: with its frame. */
		stop: remove,
		wear: () => current?.port.postMessage({ type: "theme", theme: theme() }),
	};
}
