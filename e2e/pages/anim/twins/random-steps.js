// A program of random-effects.js as steps for play.js.

/**
 * @typedef {import("./play.js").Player} Player
 * @typedef {import("./random-effects.js").Program} Program
 * @typedef {import("./random-effects.js").Step} Step
 * @typedef {Exclude<Step, {ms: number}>} Call
 */

const timed = /^(animate|slide|fade|show|hide|toggle)/;

/** What begins at the end of one animation begins a moment later than with jQuery: these are not ordered. */
const early = ["start", "always"];

class Script {
	/** @type {string[][]} in order, for each element by itself */
	logs = [];
	/** @type {string[]} in no order */
	loose = [];

	/** @param {Player} player */
	begin(player) {
		this.all = player;
		this.loose = [];
		this.logs = player.elements.map(() => []);
	}

	/** @param {string} text */
	mark(text) {
		for (const log of this.logs) log.push(text);
	}

	/** @param {number} on as in a call @param {Player} all @param {any} [element] whose callback this is */
	static player(on, all, element) {
		if (on === -1) return all;
		return all.on(on === -2 ? all.elements.indexOf(element) : on % all.elements.length);
	}

	/**
	 * @param {Call} step
	 * @param {string} name
	 * @param {Player} player
	 */
	take({ call, args, inside }, name, player) {
		const all = /** @type {Player} */ (this.all);
		const script = this;
		let calls = 0;
		const written = (/** @type {string} */ what) =>
			/** @this {any} */ function (/** @type {any[]} */ ...given) {
				const at = all.elements.indexOf(this);
				const text = `${name} ${what} ${at} ${given[1]}`;
				if (early.includes(what)) {
					script.loose.push(text);
					return;
				}
				all.call("queue", "none"); // whatever has begun is started by now
				script.logs[at].push(`${text} | ${this.style.display} ${this.style.overflow}`);
				if (calls++ >= all.elements.length) return;
				inside.forEach((one, i) => {
					const inner = /** @type {Call} */ (one);
					script.take(inner, `${name}.${i}`, Script.player(inner.on, all, this));
				});
			};
		const how = call === "animate" ? 1 : 0; // the place of the duration, or the options
		if (call === "queued") {
			const fn = written("queued");
			player.call(
				"queue",
				...args,
				/** @this {any} */ function (/** @type {() => void} */ next) {
					fn.call(this);
					next();
				},
			);
		} else if (call === "clearQueue") {
			for (const element of player.elements) {
				const own = all.on(all.elements.indexOf(element));
				if (own.call("queue", ...args).length > 0) own.call("clearQueue", ...args);
			}
		} else if (call === "promise") {
			player.call("promise", ...args).done(() => {
				if (all.elements.length > 1) script.loose.push(`${name} promise`);
				else script.mark(`${name} promise`);
			});
		} else if (call === "length") {
			const queue = player.call("queue", ...args);
			const log = script.logs[all.elements.indexOf(player.elements[0])];
			log.push(`${name} length ${queue.length} ${queue[0] === "inprogress"}`);
		} else if (args[how] instanceof Object) {
			const options = { ...args[how] };
			for (const event of ["start", "done", "fail", "always", "complete"]) options[event] = written(event);
			player.call(call, ...args.slice(0, how), options);
		} else {
			const takes = timed.test(call) && typeof args[how] === "number";
			player.call(call, ...args, ...(takes ? [written(call)] : []));
		}
	}
}

/**
 * @param {Program} program
 * @returns {(number | ((player: Player) => void))[]}
 */
export function stepsOf({ steps }) {
	const script = new Script();
	const all = steps.map((step, i) => {
		if ("ms" in step) return step.ms;
		return (/** @type {Player} */ player) => {
			script.mark(`step ${i}`);
			script.take(step, String(i), Script.player(step.on, player));
		};
	});
	// No queue has anything left, so that no promise stays pending.
	const end = (/** @type {Player} */ { call }) => {
		for (const name of ["fx", "mine"]) call("stop", name, true);
	};
	const begin = (/** @type {Player} */ player) => script.begin(player);
	const tell = (/** @type {Player} */ { log }) => log.push(...script.logs.flat(), ...script.loose.sort());
	return [begin, ...all, 1000, end, 1000, end, tell];
}
