// Runs in a worker, as a module or, with ?classic, as a script: says what the runtime does there.

const start = async () => {
	if (self.location.search === "?refused") {
		const { load } = await import("/dist/godeferred.mjs");
		throw await load({ wasm: "http://127.0.0.1:1/godeferred.wasm" }).catch((error) => error.code);
	}
	if (self.location.search !== "?classic") return (await import("/dist/godeferred.mjs")).load();
	self.importScripts("/dist/godeferred.js");
	return self.godeferred.load({ wasm: "/dist/godeferred.wasm" });
};

start()
	.then(async (godeferred) => {
		const text = await godeferred.get("/pages/entry/worker-does.js", { dataType: "text" });
		const sum = await godeferred.when(godeferred.wait(1), 2, 3).then((_, a, b) => a + b);
		const heard = godeferred.bindOnce(self, "heard");
		self.dispatchEvent(new Event("heard"));
		let refused;
		try {
			godeferred.slideUp("p");
		} catch (error) {
			refused = error.message;
		}
		self.postMessage([text.slice(0, 7), sum, (await heard).type, refused]);
	})
	.catch((error) => self.postMessage(String(error)));
