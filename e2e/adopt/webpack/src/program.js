import $, { load } from "godeferred";

// A worker cannot start the bundle: it would run the page's own script.
const worker = new URL("godeferred/worker", import.meta.url);

load({ wasm: "factbook.wasm", worker })
	.then(() => $.go.open(new URL("factbook.txt", location.href).href))
	.then(({ profiles }) => $("output").text(`${profiles} profiles`))
	.catch((error) => $("output").text(String(error)));
