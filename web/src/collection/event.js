import { define } from "../lib/own.js";

// The event that handlers get, a separate object as in jQuery: plugins set its fields, and those of a
// native event are read-only. `originalEvent` is the native event, if any.

const no = () => false;
const yes = () => true;

export class HeardEvent {
	/**
	 * @param {any} source a native event, an object with a type, or a type
	 * @param {any} [props] further fields
	 */
	constructor(source, props) {
		this.isDefaultPrevented = this.isPropagationStopped = this.isImmediatePropagationStopped = no;
		if (source?.type) {
			this.originalEvent = source;
			this.type = source.type;
			if (source.defaultPrevented) this.isDefaultPrevented = yes;
			this.target = source.target;
			this.currentTarget = source.currentTarget;
			this.relatedTarget = source.relatedTarget;
		} else {
			this.type = source;
		}
		for (const name in props) if (name !== "__proto__") /** @type {any} */ (this)[name] = props[name];
		this.timeStamp = source?.timeStamp || Date.now();
	}

	preventDefault() {
		this.isDefaultPrevented = yes;
		this.originalEvent?.preventDefault?.();
	}

	stopPropagation() {
		this.isPropagationStopped = yes;
		this.originalEvent?.stopPropagation?.();
	}

	stopImmediatePropagation() {
		this.isImmediatePropagationStopped = yes;
		this.originalEvent?.stopImmediatePropagation?.();
		this.stopPropagation();
	}
}

/**
 * jQuery's `event.addProp`: a field that is read from the native event until it is set.
 *
 * @param {string} name
 * @param {(native: any) => any} [hook]
 */
export function addProp(name, hook) {
	define(HeardEvent.prototype, name, {
		get() {
			const native = this.originalEvent;
			return typeof hook === "function" ? native && hook(native) : native?.[name];
		},
		set(value) {
			define(this, name, { value, writable: true, enumerable: true, configurable: true });
		},
		enumerable: true,
		configurable: true,
	});
}

const fields =
	"altKey bubbles cancelable changedTouches ctrlKey detail eventPhase metaKey pageX pageY shiftKey view char code charCode key keyCode button buttons clientX clientY offsetX offsetY pointerId pointerType screenX screenY targetTouches toElement touches which";
for (const name of fields.split(" ")) addProp(name);

/**
 * `godeferred.Event(type or event[, fields])`, with or without new: an event to be triggered.
 *
 * @param {any} source
 * @param {any} [props]
 * @returns {any}
 */
export function Event(source, props) {
	return source instanceof HeardEvent ? source : new HeardEvent(source, props);
}
Event.prototype = HeardEvent.prototype;
