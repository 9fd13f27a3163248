// blueimp-file-upload: each file is a jqXHR, or a promise that the plugin makes of several.

const { jQuery: $ } = /** @type {any} */ (window);

const events =
	"add submit send done fail always progressall start stop chunksend chunkdone chunkfail chunkalways process processdone processfail processalways";

/** @typedef {(...what: any[]) => void} Write */

/** @param {string} name @param {number} size */
const file = (name, size) => new File(["x".repeat(size)], name, { type: "text/plain" });

/**
 * A form with the plugin.
 *
 * @param {Write} log
 * @param {Record<string, any>} options
 */
function form(log, options) {
	const element = $('<form><input type="file" name="files[]" multiple></form>').appendTo(document.body);
	element.fileupload({ url: "/echo", dataType: "json", dropZone: null, pasteZone: null, ...options });
	let complete = false;
	for (const name of events.split(" ")) {
		element.on(`fileupload${name}`, (/** @type {any} */ _, /** @type {any} */ data) => {
			// How often progress is told depends on the network.
			if (name === "progressall") {
				if (data.loaded !== data.total || complete) return;
				complete = true;
			}
			log(
				name,
				data.files?.map((/** @type {File} */ one) => one.name),
				data.textStatus,
				data.errorThrown,
			);
			if (name === "processfail") log(data.files[data.index].error);
		});
	}
	return element;
}

/** @param {any} element */
function remove(element) {
	element.fileupload("destroy");
	element.remove();
}

/**
 * Writes down what a promise is settled with.
 *
 * @param {any} promise
 * @param {Write} log
 */
async function ended(promise, log) {
	promise
		.done((/** @type {any} */ data, /** @type {string} */ how) => log("promise done", data.method, how))
		.fail((/** @type {any} */ jqXHR, /** @type {string} */ how, /** @type {any} */ error) =>
			log("promise fail", jqXHR.status, how, error),
		);
	await new Promise((resolve) => promise.always(() => setTimeout(resolve)));
	log(promise.state());
}

/**
 * Adds four files and writes down what happens to each. What happens to one is not in step with the
 * others: jQuery's own `then` lets a timer pass between, in which a request may end.
 *
 * @param {Write} log
 * @param {Record<string, any>} options
 */
async function addAll(log, options) {
	const names = ["a", "b", "c", "d"];
	/** @type {Record<string, string[]>} */
	const seen = {};
	await new Promise((resolve) => {
		let left = names.length;
		const write = (
			/** @type {string} */ what,
			/** @type {string[]} */ files = [],
			/** @type {any[]} */ ...more
		) => {
			for (const name of files) (seen[name] ??= []).push([what, ...more].join(" "));
			if (what === "always" && --left === 0) resolve(element);
		};
		const element = form(write, options);
		element.fileupload("add", { files: names.map((name) => file(name, 10)) });
	}).then(remove);
	for (const name of names) log(name, seen[name]);
}

/** @type {Record<string, (log: Write) => Promise<void>>} */
export const uploads = {
	async "one file, with progress"(log) {
		const element = form(log, {});
		await ended(element.fileupload("send", { files: [file("one", 300_000)] }), log);
		remove(element);
	},

	"what add starts, one after the other": (log) => addAll(log, { sequentialUploads: true }),

	"several at once, two at most": (log) => addAll(log, { limitConcurrentUploads: 2 }),

	async "in chunks"(log) {
		const element = form(log, { maxChunkSize: 100_000 });
		await ended(element.fileupload("send", { files: [file("chunks", 250_000)] }), log);
		remove(element);
	},

	async "a server that refuses"(log) {
		const element = form(log, { url: "/missing" });
		await ended(element.fileupload("send", { files: [file("one", 10)] }), log);
		remove(element);
	},

	async "an upload that is aborted"(log) {
		const element = form(log, { url: "/slow-body" });
		const promise = element.fileupload("send", { files: [file("one", 10)] });
		const over = ended(promise, log);
		promise.abort();
		await over;
		remove(element);
	},

	async "a chunk that is aborted"(log) {
		const element = form(log, { url: "/slow-body", maxChunkSize: 10 });
		const promise = element.fileupload("send", { files: [file("chunks", 25)] });
		const over = ended(promise, log);
		promise.abort();
		await over;
		remove(element);
	},

	async "a submit handler that says no"(log) {
		const element = form(log, {});
		element.on("fileuploadsubmit", () => false);
		await ended(element.fileupload("send", { files: [file("one", 10)] }), log);
		remove(element);
	},

	async "files that are checked before"(log) {
		const element = form(log, { maxFileSize: 15 });
		const over = new Promise((resolve) => element.on("fileuploadprocessfail", resolve));
		element.fileupload("add", { files: [file("too long", 20)] });
		await over;
		remove(element);
	},
};
