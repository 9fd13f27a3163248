// What the side-by-side tests of requests share: how a request's callbacks are written down.

/**
 * Runs one case with one library's ajax and writes down every callback, in order, with its context and
 * its arguments.
 *
 * @param {any} library jQuery or godeferred
 * @param {(library: any, log: Log) => any} start makes the request and returns the jqXHR
 * @returns {Promise<string[]>}
 */
export async function record(library, start) {
	const log = new Log();
	const page = library(document).on(
		events,
		function (/** @type {any} */ event, /** @type {any[]} */ ...args) {
			log.add(event.type, this.nodeName, ...args);
		},
	);
	try {
		const jqXHR = start(library, log);
		if (!jqXHR) return log.lines;
		log.jqXHR = jqXHR;
		log.add("returned", jqXHR.state(), jqXHR.readyState);
		jqXHR.done(log.as("done")).fail(log.as("fail")).always(log.as("always"));
		await new Promise((resolve) => jqXHR.always(() => setTimeout(resolve, 0)));
		log.add("after", shown(jqXHR));
		return log.lines;
	} finally {
		page.off(events);
	}
}

const events = "ajaxStart ajaxSend ajaxSuccess ajaxError ajaxComplete ajaxStop";

/** The callbacks of one request. */
export class Log {
	/** @type {string[]} */
	lines = [];
	/** @type {any} */
	jqXHR;

	/** @param {...any} what */
	add(...what) {
		this.lines.push(what.map((one) => this.show(one)).join(" "));
	}

	/**
	 * A callback that is written down under a name, with its context and arguments.
	 *
	 * @param {string} name
	 * @param {(this: any, ...args: any[]) => any} [then]
	 * @returns {(this: any, ...args: any[]) => any}
	 */
	as(name, then) {
		const log = this;
		return function (...args) {
			log.add(name, this, ...args);
			return then?.apply(this, args);
		};
	}

	/** The settings of every callback. @param {any} [more] @returns {any} */
	all(more) {
		return {
			success: this.as("success"),
			error: this.as("error"),
			complete: this.as("complete"),
			...more,
		};
	}

	/** @param {any} value @returns {string} */
	show(value) {
		if (value && typeof value.getResponseHeader === "function") return `jqXHR${shown(value)}`;
		if (value && typeof value === "object" && "dataTypes" in value) return settingsShown(value);
		if (value instanceof Error) return `${value.name}: ${plain(value.message).slice(0, 20)}`;
		if (value instanceof XMLDocument) return `xml ${new XMLSerializer().serializeToString(value)}`;
		if (value instanceof Blob) return `blob ${value.size}`;
		if (value instanceof ArrayBuffer) return `buffer ${value.byteLength}`;
		if (typeof value === "function") return "function";
		return plain(JSON.stringify(value) ?? String(value));
	}
}

/** @param {any} jqXHR */
function shown(jqXHR) {
	const { readyState, status, statusText, responseText, responseJSON, responseXML } = jqXHR;
	const xml = responseXML && new XMLSerializer().serializeToString(responseXML);
	return plain(JSON.stringify({ readyState, status, statusText, responseText, responseJSON, xml }));
}

/** @param {any} s */
function settingsShown({ url, type, dataTypes, contentType, crossDomain, data, hasContent, cache }) {
	return plain(
		`settings ${JSON.stringify({ url, type, dataTypes, contentType, crossDomain, data, hasContent, cache })}`,
	);
}

// Numbers and names that are never the same twice.
/** @param {string} text */
function plain(text) {
	return text.replace(/_=\d+/g, "_=N").replace(/(?:jQuery\d+_|godeferred_)\d+/g, "CALLBACK");
}
