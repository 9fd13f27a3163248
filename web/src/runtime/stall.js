import { clearInterval, setInterval } from "../lib/clock.js";
import { failure } from "./failure.js";

const TICKS = 4;

/**
 * Watches over a transfer that may stop: `stalled` rejects once no progress came for so long, however
 * long the whole takes.
 *
 * It counts ticks in place of setting one timer: after a breakpoint, a long task or the computer's sleep,
 * a timer that is due runs before the bytes which have come meanwhile are seen. So a limit of `ms` is
 * reached between `ms` and a quarter more.
 */
export class Stall {
	/**
	 * @param {number} ms may be Infinity: no limit but what a timer can count, 100 days
	 * @param {string} what is waited for, as the error calls it
	 */
	constructor(ms, what) {
		this.what = what;
		this.quiet = 0;
		/** Called at each tick: progress may have to be looked for. */
		this.look = () => {};
		/** @type {Promise<never>} */
		this.stalled = new Promise((_, reject) => {
			this.timer = setInterval(
				() => {
					this.look();
					if (++this.quiet > TICKS)
						this.end(reject(failure("timeout", `nothing came of ${this.what} for ${ms} ms`)));
				},
				// What a timer can count: a longer interval would end at once.
				Math.min(ms / TICKS, 2 ** 31 - 1),
			);
		});
		this.stalled.catch(() => {}); // nobody may be waiting any more
	}

	/** Something came. */
	progress() {
		this.quiet = 0;
	}

	/** Nothing more is waited for. @param {void} [_] */
	end(_) {
		clearInterval(this.timer);
	}
}
