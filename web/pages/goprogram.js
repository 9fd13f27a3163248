// Starts the Go program of an example page, and says in plain words why it did not start, where it did not:
//
//	<script src="…/wasm_exec.js" defer></script>
//	<script src="/pages/goprogram.js" data-program="…/gallery.wasm" defer></script>
//
// This is all that a page needs for a program on the Go packages; the script godeferred.js is not among it.
(() => {
	const show = (message) => {
		document.getElementById("startup-error").textContent = message;
		for (const status of document.querySelectorAll("[role=status]")) {
			status.textContent = "The program is not running.";
		}
	};
	const address = document.currentScript.dataset.program;
	if (!window.Go) {
		show("The program did not start: wasm_exec.js did not load. Run `make build`, then reload this page.");
		return;
	}
	const go = new window.Go();

	async function start() {
		// Compiled while it arrives. The server has to call it application/wasm.
		const { instance } = await WebAssembly.instantiateStreaming(fetch(address), go.importObject);
		return instance;
	}

	start().then(
		(instance) =>
			// A page's program runs for as long as the page does.
			go
				.run(instance)
				.then(() => show("The program has ended; the console says why. Reload this page to start it again.")),
		(error) => show(`The program did not start: ${error.message} (${address})`),
	);
})();
