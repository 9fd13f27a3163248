import { member, invoke, typeOf } from "../dom/member.js";
import { wrongArgument } from "../lib/errors.js";
import { walk } from "./collection.js";
import { isList, nameOf } from "../dom/list.js";
import { bubbling, crossings, dispatch, told } from "./dispatch.js";
import { Event } from "./event.js";
import { hasMemory } from "./memory.js";

/** @param {any} one */
const isWindow = (one) => one === one.window;

/** @param {any} one */
const isCheckable = (one) => nameOf(one) === "INPUT" && /^(checkbox|radio)$/.test(one.type);

/**
 * Events that the browser must make: otherwise handlers would see the state before the event.
 *
 * @param {any} one
 * @param {string} type
 */
const isNative = (one, type) =>
	type === "click"
		? isCheckable(one)
		: type in bubbling && typeof methodOf(one, type) === "function" && !isWindow(one);

/**
 * The method for an event: the element's own, or one that a form's field hides (`<input name="submit">`).
 *
 * @param {any} one
 * @param {string} type
 */
const methodOf = (one, type) => (typeof one[type] === "function" ? one[type] : member(one, type));

/**
 * Calls the handlers of an event on an element and its ancestors. Then calls the element's method of
 * that name, if any, for the browser's default action: click, focus, submit.
 *
 * @param {any} source a type with namespaces, an event or an object with a type
 * @param {any} data further arguments for the handlers, one or a list
 * @param {any} one
 * @param {boolean} quiet only the handlers of one, no ancestors and no default action
 * @returns {any} what the last handler returned
 */
export function trigger(source, data, one, quiet) {
	if (typeOf(one) === 3 || typeOf(one) === 8) return undefined;
	const name = source?.type ?? source;
	if (typeof name !== "string") throw wrongArgument("trigger", "event", "a type or an event", source);
	const [type, ...namespaces] = name.split(".");
	const event =
		source instanceof Event ? source : Event(type, typeof source === "object" ? source : undefined);
	event.isTrigger = quiet ? 2 : 3;
	event.namespace = (namespaces.length > 0 ? namespaces.sort().join(".") : event.namespace) ?? "";
	event.type = type;
	event.result = undefined;
	event.target ??= one;
	const extra = data == null ? [] : isList(data) ? Array.from(data) : [data];
	const made = !quiet && isNative(one, type);
	if (made && throughBrowser(one, event, extra)) return event.result;
	const last = dispatchAlong(wayOf(one, type, quiet), event, extra, true);
	if (!quiet && !made && !event.isDefaultPrevented() && hasMemory(one)) byMethod(one, event, last);
	return event.result;
}

/**
 * Calls handlers for an event of the library. Their errors are reported, since no caller asked for the
 * event.
 *
 * @param {string} type
 * @param {any} one where it happens
 * @param {any[]} extra further arguments for the handlers
 */
export function announce(type, one, extra) {
	const event = Event(type, { target: one, namespace: "" });
	dispatchAlong(wayOf(one, type, false), event, extra, true);
}

/**
 * Calls handlers along a way, and functions in properties (onclick) unless the browser calls them.
 * Returns the last target that the event reached.
 *
 * @param {any[]} way
 * @param {any} event
 * @param {any[]} extra
 * @param {boolean} properties
 */
function dispatchAlong(way, event, extra, properties) {
	const { type } = event;
	const above = bubbling[type] ?? crossings[type] ?? type;
	let at = null;
	for (const target of way) {
		if (event.isPropagationStopped()) break;
		event.type = at ? above : (crossings[type] ?? type);
		at = target;
		dispatch(target, event, extra);
		const own = properties && hasMemory(target) && target[`on${type}`];
		if (typeof own !== "function") continue;
		event.result = own.call(target, event, ...extra);
		if (event.result === false) event.preventDefault();
	}
	event.type = type;
	return at ?? way[0];
}

/** @param {any} one @param {string} type @param {boolean} alone */
function wayOf(one, type, alone) {
	const way = [one];
	if (alone || type === "load" || isWindow(one)) return way;
	// The bubbling counterpart is heard on the element, too.
	if (bubbling[type]) way.push(one);
	for (let up = member(one, "parentNode"); up; up = member(up, "parentNode")) way.push(up);
	const last = way[way.length - 1];
	if (typeOf(last) === 9 && member(last, "defaultView")) way.push(member(last, "defaultView"));
	return way;
}

/**
 * Lets the browser make the event: a box is checked before its handlers are called. Returns false if it
 * made none, for example if the element already has the focus.
 *
 * @param {any} one
 * @param {any} event
 * @param {any[]} extra
 */
function throughBrowser(one, event, extra) {
	const { type } = event;
	if (told.target === one && told.type === type) return false;
	let made = false;
	/** @type {(() => void)} */
	let rethrow = () => {};
	const listener = (/** @type {any} */ native) => {
		if (native.target !== one) return;
		made = true;
		// focus and blur stay on the element: focusin and focusout are separate events.
		try {
			dispatchAlong(wayOf(one, type, type !== "click"), event, extra, false);
		} catch (error) {
			// Thrown later, to the caller: here the browser would report it.
			rethrow = () => {
				throw error;
			};
		}
		if (event.isPropagationStopped()) native.stopPropagation();
	};
	invoke(one, "addEventListener", type, listener);
	silently(one, type, () => methodOf(one, type).call(one));
	invoke(one, "removeEventListener", type, listener);
	rethrow();
	return made;
}

/**
 * Calls the element's method of that name. Links are not followed (jQuery's rule).
 *
 * @param {any} one
 * @param {any} event
 * @param {any} last the last target of its way
 */
function byMethod(one, event, last) {
	const { type } = event;
	if (typeof methodOf(one, type) !== "function" || isWindow(one) || (type === "click" && nameOf(one) === "A"))
		return;
	const own = one[`on${type}`];
	const stop = (/** @type {any} */ native) => native.stopPropagation();
	if (own) one[`on${type}`] = null;
	if (event.isPropagationStopped()) member(last, "addEventListener")?.call(last, type, stop);
	silently(null, type, () => methodOf(one, type).call(one));
	member(last, "removeEventListener")?.call(last, type, stop);
	if (own) one[`on${type}`] = own;
}

/**
 * Calls fn while `hear` ignores its native event: trigger calls the handlers.
 *
 * @param {any} target null: the events of all targets
 * @param {string} type
 * @param {() => void} fn
 */
function silently(target, type, fn) {
	const before = { ...told };
	Object.assign(told, { target, type });
	try {
		fn();
	} finally {
		Object.assign(told, before);
	}
}

/** Triggering events. @type {import("./collection.js").Methods} */
export const triggering = {
	trigger(event, data) {
		return walk(this, (one) => trigger(event, data, one, false));
	},
	triggerHandler(event, data) {
		return this.length > 0 ? trigger(event, data, this[0], true) : undefined;
	},
};

// A method for each of the usual events: binds with arguments, triggers without.
const names =
	"blur focus focusin focusout resize scroll click dblclick mousedown mouseup mousemove mouseover mouseout mouseenter mouseleave change select submit keydown keypress keyup contextmenu";
for (const name of names.split(" ")) {
	triggering[name] = function (data, fn) {
		return arguments.length > 0 ? this.on(name, null, data, fn) : this.trigger(name);
	};
}
