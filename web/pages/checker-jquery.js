// The names that jQuery 3.7.1 and 4.0.0 have. Generated: cd e2e && go test -run TheCheckerKnows . -names

/** @param {string[]} lines */
const names = (...lines) => new Set(lines.join(" ").split(" "));

/** @type {import("./checker-names.js").Names} */
export const jQueryNames = {
	$: names(
		"Animation Callbacks Deferred Event Tween _data _evalUrl _queueHooks _removeData active ajax",
		"ajaxPrefilter ajaxSettings ajaxSetup ajaxTransport attr attrHooks camelCase cleanData clone contains",
		"css cssHooks cssNumber cssProps data dequeue each easing error escapeSelector etag event expando",
		"expr extend filter find fn fx get getJSON getScript globalEval grep guid hasData holdReady",
		"htmlPrefilter inArray isArray isEmptyObject isFunction isNumeric isPlainObject isReady isWindow",
		"isXMLDoc lastModified makeArray map merge noConflict nodeName noop now offset param parseHTML",
		"parseJSON parseXML post prop propFix propHooks proxy queue ready readyException readyWait removeAttr",
		"removeData removeEvent speed style support text timers trim type unique uniqueSort valHooks when",
	),
	fn: names(
		"add addBack addClass after ajaxComplete ajaxError ajaxSend ajaxStart ajaxStop ajaxSuccess animate",
		"append appendTo attr before bind blur change children clearQueue click clone closest contents",
		"contextmenu css data dblclick delay delegate dequeue detach each empty end eq even extend fadeIn",
		"fadeOut fadeTo fadeToggle filter find finish first focus focusin focusout get has hasClass height",
		"hide hover html index init innerHeight innerWidth insertAfter insertBefore is jquery keydown",
		"keypress keyup last length load map mousedown mouseenter mouseleave mousemove mouseout mouseover",
		"mouseup next nextAll nextUntil not odd off offset offsetParent on one outerHeight outerWidth parent",
		"parents parentsUntil position prepend prependTo prev prevAll prevUntil promise prop push pushStack",
		"queue ready remove removeAttr removeClass removeData removeProp replaceAll replaceWith resize scroll",
		"scrollLeft scrollTop select serialize serializeArray show siblings slice slideDown slideToggle",
		"slideUp sort splice stop submit text toArray toggle toggleClass trigger triggerHandler unbind",
		"undelegate uniqueSort unwrap val width wrap wrapAll wrapInner",
	),
	"$.fx": names("interval speeds start step stop tick timer"),
	"$.event": names("add addProp dispatch fix global handlers remove simulate special trigger"),
	"$.expr": names(
		": attrHandle cacheLength createPseudo filter filters find match preFilter pseudos relative",
		"setFilters",
	),
	"$.Deferred": names("exceptionHook"),
	promise: names(
		"always catch done fail notify notifyWith pipe progress promise reject rejectWith resolve resolveWith",
		"state then",
	),
	request: names(
		"abort always catch done fail getAllResponseHeaders getResponseHeader overrideMimeType pipe progress",
		"promise readyState setRequestHeader state status statusCode statusText then",
	),
};
