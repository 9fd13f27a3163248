/**
 * Tells listener the events of all deferreds from now on: created, progress, settled, and so on.
 *
 * @param {any} godeferred @param {(event: any) => void} listener
 */
export async function watch(godeferred, listener) {
	const devtools = await godeferred.devtools({ panel: false });
	devtools.watch(listener);
}
