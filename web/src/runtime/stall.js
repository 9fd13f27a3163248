import { clearInterval, setInterval } from "../lib/clock.js";
import { failure } from "./failure.js";

const TICKS = 4;

/**
 * Detects a transfer that stalls: `stalled` rejects after `ms` without progress. The whole transfer may take
 * any time.
 *
 * It counts ticks instead of setting one timer. After a breakpoint, a long task or the computer's sleep, a
 * due timer runs before the bytes that have arrived meanwhile are seen. So the limit of `ms` is reached
 * between `ms` and a quarter more.
 */
export class Stall {
	/**
	 * @param {number} ms may be Infinity: the limit is then the longest a timer allows, 100 days
	 * @param {string} what the file's name in the error
	 */
	constructor(ms, what) {
		this.what = what;
		this.quiet = 0;
		/** Called at each tick. Can start a check for progress. */
		this.look = () => {};
		/** @type {Promise<never>} */
		this.stalled = new Promise((_, reject) => {
			this.timer = setInterval(
				() => {
					this.look();
					if (++this.quiet > TICKS)
						this.end(reject(failure("timeout", `no data came from ${this.what} for ${ms} ms`)));
				},
				// The longest interval of a timer. A longer one would fire at once.
				Math.min(ms / TICKS, 2 ** 31 - 1),
			);
		});
		this.stalled.catch(() => {}); // it may reject when nothing awaits it any more
	}

	/** Something came. */
	progress() {
		this.quiet = 0;
	}

	/** Stops watching. @param {void} [_] */
	end(_) {
		clearInterval(this.timer);
	}
}
