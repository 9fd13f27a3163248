// On every page: says in plain words why the runtime did not start, where it did not.
// A page has <div id="startup-error" role="alert"> for it, empty until then.
(() => {
	const box = document.getElementById("startup-error");
	const show = (message) => {
		box.textContent = message;
	};
	if (!window.godeferred) {
		// The one failure that the runtime cannot report itself.
		show(
			"The runtime did not start: the script godeferred.js did not load. Run `make build`, then reload this page.",
		);
		return;
	}
	// A GodeferredError says what is wrong and what to do.
	window.godeferred.ready.catch((error) => {
		show(`The runtime did not start: ${error.message}`);
	});
})();
