// On a host that has files alone, a service worker answers the requests of this demo, as the demo server does. That server
// has another file at this address, which takes the service worker away again (cmd/serve/demohost.go).
(() => {
	if (navigator.serviceWorker) {
		navigator.serviceWorker.register("/demo-server.js").catch(tell);
	} else {
		tell();
	}

	function tell() {
		const notice = document.createElement("p");
		notice.className = "problem";
		notice.textContent =
			"This demo sends requests, and this host has nothing to answer them. Where the browser allows a service worker " +
			"(over https, and not in a private window), that answers. `make run` in the project’s folder starts a server that does.";
		const add = () => document.querySelector("main").prepend(notice);
		if (document.querySelector("main")) add();
		else document.addEventListener("DOMContentLoaded", add);
	}
})();
