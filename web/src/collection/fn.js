import { attributes } from "./attributes.js";
import { classes } from "./classes.js";
import { Collection } from "../dom/list.js";
import { data } from "./data.js";
import { elements } from "./animating.js";
import { extend } from "./extend.js";
import { insertion } from "./insert.js";
import { lists } from "./list.js";
import { listening } from "./listen.js";
import { placing } from "./place.js";
import { removal } from "./remove.js";
import { styling } from "./style.js";
import { traversal } from "./traverse.js";
import { triggering } from "./trigger.js";
import { values } from "./values.js";
import { wrapping } from "./wrap.js";

// jQuery 3's collections have these, and pages sort with them.
const { push, sort, splice } = Array.prototype;

/** `godeferred.fn`: all methods, enumerable, as jQuery's are. @type {any} */
export const fn = Object.assign(
	Collection.prototype,
	// Plugins check the version: it is that of the jQuery whose rules the methods follow.
	{
		jquery: "4.0.0",
		length: 0,
		extend,
		push,
		sort,
		splice,
		[Symbol.iterator]: Array.prototype[Symbol.iterator],
	},
	lists,
	traversal,
	attributes,
	classes,
	values,
	data,
	insertion,
	removal,
	listening,
	triggering,
	styling,
	placing,
	wrapping,
	elements,
);
