// jsGrid: its controller answers promises, and so do all its methods.

const { jQuery: $ } = /** @type {any} */ (window);

/** @typedef {(...what: any[]) => void} Write */

const told =
	"DataLoading DataLoaded ItemInserting ItemInserted ItemUpdating ItemUpdated ItemDeleting ItemDeleted ItemInvalid Error";

/**
 * A grid over three rows, which come from the server.
 *
 * @param {Write} log
 * @param {Record<string, any>} [controller]
 */
function grid(log, controller) {
	const element = $("<div>").appendTo(document.body);
	/** @type {Record<string, any>} */
	const events = {};
	for (const name of told.split(" ")) {
		events[`on${name}`] = (/** @type {any} */ args) =>
			log(name, args.item ?? args.data ?? args.args?.map(String));
	}
	element.jsGrid({
		...events,
		fields: [
			{ name: "name", type: "text", validate: "required" },
			{ name: "size", type: "number" },
		],
		sorting: true,
		confirmDeleting: false,
		invalidNotify: () => log("invalid"),
		controller: {
			loadData: () =>
				$.getJSON("/echo").then(() => [
					{ name: "a", size: 3 },
					{ name: "b", size: 1 },
				]),
			insertItem: (/** @type {any} */ item) =>
				$.Deferred((/** @type {any} */ d) => setTimeout(() => d.resolve({ ...item, id: 5 }))),
			updateItem: (/** @type {any} */ item) => $.post("/echo", item).then(() => item),
			deleteItem: () => $.when($.get("/text"), 1),
			...controller,
		},
	});
	return element;
}

/** @param {any} element */
const rows = (element) =>
	element
		.find(".jsgrid-grid-body td")
		.get()
		.map((/** @type {any} */ td) => td.textContent);

/** @type {Record<string, (log: Write) => Promise<void>>} */
export const grids = {
	async "loads, sorts, inserts, updates and deletes"(log) {
		const element = grid(log);
		await element.jsGrid("loadData");
		log(rows(element));
		await element.jsGrid("sort", "size");
		log(rows(element));
		await element.jsGrid("insertItem", { name: "c", size: 2 });
		const [first] = element.jsGrid("option", "data");
		await element.jsGrid("updateItem", first, { name: "changed", size: 9 });
		await element.jsGrid("deleteItem", element.jsGrid("option", "data")[0]);
		log(rows(element));
		element.jsGrid("destroy");
		element.remove();
	},

	async "what is invalid is not sent"(log) {
		const element = grid(log);
		await element.jsGrid("loadData");
		const promise = element.jsGrid("insertItem", { name: "", size: 1 });
		log(promise.state());
		await promise.then(null, () => log("refused"));
		element.jsGrid("destroy");
		element.remove();
	},

	async "a controller that fails"(log) {
		const element = grid(log, { loadData: () => $.get("/missing").fail(() => log("the page's own fail")) });
		const promise = element.jsGrid("loadData");
		await promise.then(null, (/** @type {any} */ jqXHR) => log("rejected", jqXHR.status));
		log(promise.state(), rows(element));
		element.jsGrid("destroy");
		element.remove();
	},
};
