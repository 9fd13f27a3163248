// What the tests of images share: a look at what can be drawn, and what the server was asked for.

/** The colour in the middle of an image, drawn now. @param {any} image @returns {number[]} red, green, blue, alpha */
export function colour(image) {
	const context = /** @type {any} */ (document.createElement("canvas").getContext("2d"));
	context.drawImage(image, 0, 0, 9, 9);
	return [...context.getImageData(4, 4, 1, 1).data];
}

export const red = [255, 0, 0, 255];

/** How often the server was asked for a path. @param {string} path */
export async function asked(path) {
	return Number(await (await fetch(`/asked?path=${path}`)).text());
}

/** Puts html at the end of the body. @param {string} html @returns {any} its element */
export function put(html) {
	document.body.insertAdjacentHTML("beforeend", html);
	return document.body.lastElementChild;
}
