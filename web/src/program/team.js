import { OUTCOME_MASK, PENDING } from "../deferred/codes.js";
import { setTimeout } from "../lib/clock.js";
import { report } from "../lib/errors.js";
import { NOTIFIED } from "./outcome.js";
import { workerOf } from "./worker.js";

// The workers of `mapAsync(list, go.f, { workers })`: more instances of the page's own Go program. A worker has one
// call at a time, so that no call waits behind another that computes.

/** ms until a worker without a call ends, unless the page has instances of its. Starting one takes longer than most calls. */
const IDLE = 10_000;

/** ms that Go has to end an aborted call. Go that computes hears of no abort: then its worker ends. */
const GRACE = 1_000;

/**
 * @typedef {import("./calls.js").Program} Program
 * @typedef {Parameters<import("./calls.js").Spread>[0]} Call
 *
 * @typedef {(call: Call, program: Program, most: number) => void} Take gives a call to a worker of program's, and
 *   starts one if all are busy and there are fewer than most
 *
 * @typedef {object} Member
 * @property {Program} program the page's half of its instance
 * @property {Call | undefined} call the call that it has or is started for
 * @property {ReturnType<typeof setTimeout> | undefined} timer ends it
 */

/** @param {Call} call */
const isPending = ({ core }) => (core.state & OUTCOME_MASK) === PENDING;

/**
 * @param {import("./kit.js").Kit} kit
 * @param {(kind: "createScriptURL", url: string) => any} trusted
 * @returns {Take}
 */
export function teams(kit, trusted) {
	return (call, program, most) => {
		let team = all.get(program);
		if (!team) all.set(program, (team = newTeam(kit, program, trusted)));
		team(call, most);
	};
}

/** By program. @type {WeakMap<Program, (call: Call, most: number) => void>} */
const all = new WeakMap();

/**
 * @param {import("./kit.js").Kit} kit
 * @param {Program} program the page's
 * @param {Parameters<typeof teams>[1]} trusted
 */
function newTeam(kit, program, trusted) {
	const { Program, failure, programOver } = kit;
	const [module, what, worker = kit.place.worker || true, options] = program.made;
	/** @type {Set<Member>} */
	const members = new Set();
	/** @type {{call: Call, most: number}[]} */
	let waiting = [];

	/** Ends all workers. Their calls, and those that wait for one, fail. @param {any} error */
	program.over = (error) => {
		const left = waiting;
		waiting = [];
		for (const { call } of left) call.fail(error);
		for (const { program } of [...members]) program?.stop?.(error);
	};
	program.stop ??= (error = failure("ended", `the workers of ${what} were terminated`)) =>
		program.over?.(error);

	/** Gives calls that wait to workers, until all are busy. */
	function next() {
		for (;;) {
			waiting = waiting.filter(({ call }) => isPending(call));
			if (waiting.length === 0) return;
			const [{ call, most }] = waiting;
			const free = [...members].find((member) => !member.call);
			if (!free && members.size >= most) return;
			waiting.shift();
			if (free) give(free, call);
			else start(call);
		}
	}

	/** Starts a worker for a call. @param {Call} call */
	function start(call) {
		/** @type {Member} */
		const member = { program: /** @type {any} */ (null), call, timer: undefined };
		members.add(member);
		const hooks = {
			/** @param {() => void} up */
			newProgram(up) {
				return (member.program = new Program(undefined, up));
			},
			/** @param {Program} program @param {number} code @param {unknown} error */
			ended(program, code, error) {
				members.delete(member);
				clearTimeout(member.timer);
				programOver(program, error, false)();
				if (code !== 0 && !member.call) report(error); // no call tells the page
				next();
			},
		};
		new Promise((resolve) => {
			resolve(workerOf(kit, worker, options, hooks, trusted)(module, what));
			listen(member);
		}).then(
			() => give(member, call),
			(error) => {
				members.delete(member);
				call.fail(error);
				next();
			},
		);
	}

	/** Hears when a worker's call ends: an aborted one may go on there. @param {Member} member */
	function listen(member) {
		const { program } = member;
		const { bridge } = program;
		const { settle, abort } = bridge;
		/** @param {number} key @param {...any} values */
		bridge.settle = (key, ...values) => {
			settle(key, ...values);
			if (key % 4 !== NOTIFIED && Math.floor(key / 4) === member.call?.id) rest(member);
		};
		/** @this {number} @param {any} reason */
		bridge.abort = function (reason) {
			abort.call(this, reason);
			if (+this === member.call?.id) member.timer = setTimeout(() => program.stop?.(), GRACE);
		};
	}

	/** @param {Member} member that has no other call @param {Call} call */
	function give(member, call) {
		clearTimeout(member.timer);
		member.call = call;
		if (isPending(call)) {
			call.to = member.program.names.get(call.name);
			if (call.to) call.send(call.to);
			else call.fail(new TypeError(`godeferred.go.${call.name} is not exported in a worker of ${what}`));
		}
		if (!isPending(call)) rest(member); // it was not sent
	}

	/** A worker has no call. @param {Member} member */
	function rest(member) {
		clearTimeout(member.timer);
		member.call = undefined;
		const why = `a worker of ${what} had no call of mapAsync for ${IDLE / 1000} s`;
		const end = () => {
			if (member.program.objects.size > 0) member.timer = setTimeout(end, IDLE);
			else member.program.stop?.(failure("ended", why));
		};
		member.timer = setTimeout(end, IDLE);
		next();
	}

	return (/** @type {Call} */ call, /** @type {number} */ most) => {
		waiting.push({ call, most });
		next();
	};
}
