import { describe } from "./preview.js";
import { onBirth } from "./taps.js";

/** @typedef {import("./parts.d.ts").Owner} Owner */

/**
 * What an animation animates, and how.
 *
 * @param {any} together
 */
function animationOf({ members, total, result }) {
	const [run] = members;
	const { goals, options } = run ?? {};
	// One that has ended at once has no members left.
	const element = run?.element ?? (describe(result) ? result : result?.[0]);
	if (!describe(element)) return "";
	const names = goals ? [...goals.words, ...goals.numbers].map(({ name }) => name).join(", ") : "";
	const more = total > 1 ? ` and ${total - 1} more` : "";
	return [`${describe(element)}${more}`, names, options && `${options.duration} ms`]
		.filter(Boolean)
		.join(" · ");
}

/**
 * Gives entries their labels: the request, the animated element, the Go function, the jQuery that a deferred is of.
 * The deferred is made within the constructor of what it is the promise of, so its label is read later, once.
 *
 * @param {import("./recorder.js").Recorder} recorder
 * @returns {(core: any, owner: Owner) => void} says what a core is the promise of
 */
export function watchOwners(recorder) {
	const { Together, Promised, ownerOf } = recorder.parts;
	/** @type {WeakMap<any, Owner>} */
	const owners = new WeakMap();
	/** @type {(core: any, owner: Owner) => void} */
	const own = (core, owner) => {
		owners.set(core, owner);
	};
	recorder.describe = (core, entry) => {
		const owner = owners.get(core);
		owners.delete(core);
		if (owner) {
			entry.kind = owner.kind ?? entry.kind;
			entry.label = owner.label();
		}
		if (core.block.mark !== 0)
			entry.owner = `jQuery ${/** @type {any} */ (ownerOf(core).host).fn?.jquery ?? ""}`.trim();
	};
	if (Together)
		recorder.undo.push(
			onBirth(Together.prototype, "core", (together, core) =>
				own(core, { label: () => animationOf(together) }),
			),
		);
	if (Promised)
		recorder.undo.push(
			onBirth(Promised.prototype, "core", ({ name }, core) =>
				own(core, { kind: name ? `go.${name}` : "go", label: () => "" }),
			),
		);
	return own;
}
