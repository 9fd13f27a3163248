/** @typedef {import("./plugins.js").Kit} Kit */

const fruit =
	"<option value='a'>Apple</option><option value='b'>Banana</option><option value='c'>Cherry</option>";

/** @param {Kit} kit @param {string} events */
const write = ({ $, log }, events) =>
	$("#s").on(events, (/** @type {any} */ event) => log(event.type, event.params?.data?.id, $("#s").val()));

/** @param {Element | null} field @param {string} text */
function type(field, text) {
	/** @type {any} */ (field).value = text;
	field?.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {string} key @param {number} keyCode */
const press = (key, keyCode) =>
	document
		.querySelector(".select2-search__field")
		?.dispatchEvent(/** @type {any} */ (new KeyboardEvent("keydown", { key, keyCode, bubbles: true })));

/** @type {Record<string, (kit: Kit) => Promise<void>>} */
export const select2 = {
	async "one of a list, by clicks"(kit) {
		const { $, show, click, log, look } = kit;
		show(`<select id="s"><option></option>${fruit}</select>`);
		$("#s").select2({ placeholder: "choose", width: "200px", allowClear: true });
		write(kit, "change select2:opening select2:open select2:select select2:unselect select2:close");
		look();
		await click(".select2-selection");
		look();
		await click(".select2-results__option", 1);
		look();
		log($("#s").select2("data")[0].text);
		await click(".select2-selection__clear");
		look();
		$("#s").val("c").trigger("change");
		look();
		$("#s").select2("close").select2("destroy");
		look();
	},

	async "one of a list, by what is typed"(kit) {
		const { $, show, click, look } = kit;
		show(`<select id="s">${fruit}</select>`);
		$("#s").select2({ width: "200px" });
		write(kit, "change select2:select");
		await click(".select2-selection");
		type(document.querySelector(".select2-search__field"), "an");
		look();
		press("Enter", 13);
		look();
		await click(".select2-selection");
		press("ArrowDown", 40);
		press("Enter", 13);
		look();
		$("#s").select2("destroy");
	},

	async "several, with new ones"(kit) {
		const { $, show, click, look, log } = kit;
		show(`<select id="s" multiple>${fruit}<optgroup label="more"><option>Date</option></optgroup></select>`);
		$("#s").select2({ tags: true, width: "300px", data: [{ id: "e", text: "Elder" }] });
		write(kit, "change select2:select select2:unselect");
		await click(".select2-selection");
		await click(".select2-results__option", 0);
		await click(".select2-selection");
		await click(".select2-results__option", 2);
		look();
		type(document.querySelector(".select2-search__field"), "Fig");
		press("Enter", 13);
		look();
		await click(".select2-selection__choice__remove", 0);
		look();
		log($("#s").val(), $("#s").find(":selected").length);
		$("#s").select2("destroy");
		look();
	},
};
