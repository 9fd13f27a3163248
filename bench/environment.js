// What the benchmarks need of the browser, which each has under another name.

const page = /** @type {any} */ (globalThis);

/** Whether garbage can be collected on demand: Chromium with --expose-gc, Firefox with dom.testing.testutils.enabled. */
const collector = page.gc ? () => page.gc() : page.TestUtils?.gc ? () => page.TestUtils.gc() : null;

/** Collects garbage, and lets what waits for that (finalizers, timers that are due) run, so that it is not measured. */
export async function quiet() {
	await collector?.();
	await new Promise((turn) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			turn(undefined);
		};
		port2.postMessage(null);
	});
}

/**
 * Name and version, and what of it matters to figures. WebKit tells neither: e2e/bench/webkit.go asks its program.
 */
export async function describeBrowser() {
	const brands = await page.navigator.userAgentData?.getHighEntropyValues(["fullVersionList"]);
	const brand = brands?.fullVersionList.find((/** @type {any} */ { brand }) => /Chrom/.test(brand));
	const [, name, version] = /(Firefox|Chrome|Version)\/(\S+)/.exec(navigator.userAgent) ?? [];
	return {
		name: brand?.brand ?? name?.replace("Version", "WebKit") ?? "a browser",
		version: brand?.version ?? version ?? "",
		collects: collector !== null,
	};
}
