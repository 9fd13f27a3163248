import {
	animate,
	fadeIn,
	fadeOut,
	fadeTo,
	fadeToggle,
	hide,
	show,
	slideDown,
	slideToggle,
	slideUp,
	toggle,
} from "./effects.js";
import { easing } from "./easing.js";
import { fx } from "./fx.js";
import { clearQueue, delay, dequeue, finish, promise, queue, stop } from "./queueing.js";

/** The functions for pages. An object, not a module namespace: that would consist of getters. */
export const effects = {
	animate,
	fadeIn,
	fadeOut,
	fadeTo,
	fadeToggle,
	hide,
	show,
	slideDown,
	slideToggle,
	slideUp,
	toggle,
	easing,
	fx,
	clearQueue,
	delay,
	dequeue,
	finish,
	promise,
	queue,
	stop,
};
