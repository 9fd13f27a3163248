// Keeps the page with its wasm: it starts without a network, requests and animations included.

const NAME = "teas-1";
const FILES = [
	"./",
	"main.js",
	"teas.json",
	"node_modules/godeferred/godeferred.mjs",
	"node_modules/godeferred/godeferred.wasm",
];

addEventListener("install", (event) => {
	event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});

addEventListener("activate", (event) => {
	event.waitUntil(clients.claim());
});

addEventListener("fetch", (event) => {
	const kept = caches.match(event.request, { ignoreSearch: true });
	event.respondWith(kept.then((response) => response ?? fetch(event.request)));
});
