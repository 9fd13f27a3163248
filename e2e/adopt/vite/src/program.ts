import $, { load } from "godeferred";
// A worker cannot start the bundle: it would run the page's own script.
import worker from "godeferred/worker?url";

// factbook.wasm and factbook.txt are in public/.
try {
	await load({ wasm: "factbook.wasm", worker });
	const { profiles } = await $.go.open(new URL("factbook.txt", location.href).href);
	$("output").text(`${profiles} profiles`);
} catch (error) {
	$("output").text(String(error));
}
