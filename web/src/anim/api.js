// What pages get of all this.

export {
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
export { fx } from "./fx.js";
export { clearQueue, delay, dequeue, finish, promise, queue, stop } from "./queues.js";
