import $ from "godeferred";

await navigator.serviceWorker.register("worker.js");
await navigator.serviceWorker.ready;

// Requests a list, shows it, and tells how many there are.
$.getJSON("teas.json")
	.done((teas) => {
		for (const tea of teas) $("#teas").append($("<li>").text(tea));
	})
	.then(() => $("#teas").slideDown(50).promise())
	.done(() => $("output").text(`${$("#teas li").length} teas`))
	.fail((error) => $("output").text(String(error)));
