// A sample for each rule of the checker: what it finds, by line. `does` shows on godeferred itself that the answer is true.

import { equal, ok, throws } from "../lib/assert.js";

/** @typedef {{ text: string, finds: Record<string, number[]>, does?: ($: any) => unknown }} Case */

/** @type {Case[]} */
export const cases = [
	{
		text: "$.ajax({ url: '/a',\n async: false }).fail(f);\nvar o = { async: !1 };\njQuery.ajaxSetup(o);",
		finds: { "async-false": [1, 4] },
		does: ($) => throws(() => $.ajax({ url: "/a", async: false }), /async/),
	},
	{
		text: "$.ajax('ftp://host/a').fail(f);\n$.get('https://host/a').fail(f);\n$.get('a:b' ? '/x' : 1).fail(f)",
		finds: { scheme: [1] },
		does: async ($) => {
			await $.ready;
			throws(() => $.ajax("ftp://host/a"), /ftp|http/);
		},
	},
	{
		text: "$.get();",
		finds: { "no-url": [1], "unhandled-request": [1] },
		does: ($) => throws(() => $.get(), /url|URL/),
	},
	{
		text: "$.ajax({ url: '/a', beforeSend: f, error: g });\n$(document).ajaxSend(f);",
		finds: { "before-send": [1, 2] },
	},
	{
		text: [
			"$.get('/a');",
			"$.get('/a').done(f);",
			"$.get('/a').done(f).fail(g);",
			"$.ajax({ url: '/a', error: g });",
			"var kept = $.get('/a');",
			"$.get('/a').fail(g).then(f);",
			"$.get('/a').then(f, g);",
			"$.get('/a').then(f).catch(g);",
			"return $.get('/a');",
		].join("\n"),
		finds: { "unhandled-request": [1, 2, 6], "then-later": [6, 7, 8] },
	},
	{ text: "$.ajaxTransport('x', f);", finds: { transport: [1] } },
	{ text: "$.ajaxPrefilter(f);", finds: { prefilter: [1] } },
	{
		text: "$.getJSON('/a?callback=?', f).fail(g);\n$.ajax({ url: '/a?c=?', dataType: 'jsonp' }).fail(g);",
		finds: { "jsonp-url": [1] },
	},
	{
		text: "$.when(a, b)\n .then(f);\nsomething.then(f);\nfunction load() { return $.get('/a'); }\nload().then(f);",
		finds: { "then-later": [2, 5] },
		does: async ($) => {
			const order = [];
			const timer = new Promise((resolve) => setTimeout(() => resolve(order.push("timer"))));
			$.Deferred()
				.resolve()
				.then(() => order.push("then"));
			await timer;
			equal(order.join(), "then,timer");
		},
	},
	{
		text: "var d = $.Deferred();\nvar a = { ...d };\nObject.assign({}, d.promise());\n$.extend({}, d);\nObject.keys(d);",
		finds: { copied: [2, 3, 5] },
		does: ($) => {
			equal(Object.keys($.Deferred()).length, 0);
			equal(typeof { ...$.Deferred() }.done, "undefined");
			equal(typeof $.extend({}, $.Deferred()).done, "function");
		},
	},
	{
		text: "var d = $.Deferred(); d.resolveWith = f;",
		finds: { "own-method": [1] },
		does: ($) => {
			const d = $.Deferred();
			d.resolveWith = () => ok(false, "it was called");
			d.resolve();
		},
	},
	{
		text: "$.Deferred().pipe(f);",
		finds: { pipe: [1] },
		does: ($) => equal(typeof $.Deferred().pipe, "function"),
	},
	{
		text: "$('#a').html('<b></b><script>f()</' + 'script>');\n$(`<script src=a></script>`);\n$('#a').html('<b>');",
		finds: { "html-script": [1, 2] },
		does: ($) => {
			$("<div>").appendTo("body").html("<script>window.ran = true</script>");
			equal(/** @type {any} */ (window).ran, undefined);
		},
	},
	{
		text: "$('#a').load('/x #part');\n$(window).load(function () {});",
		finds: { "load-scripts": [1], "load-event": [2] },
	},
	{
		text: "$.globalEval('1');",
		finds: { "global-eval": [1] },
		does: ($) => throws(() => $.globalEval("1"), /./),
	},
	{
		text: "if ($.support.opacity) f();\n$.support.mine = true;",
		finds: { support: [1] },
		does: ($) => equal(Object.keys($.support).length, 0),
	},
	{
		text: "$.fn.css = f;\n$.fn.on = f;\n$.fn.mine = f;\n$.extend = f;\n$.ajax = f;\n$.mine = f;",
		finds: { "own-function": [1, 4] },
	},
	{
		text: "$.cssHooks.x = { get: f };\n$.expr.attrHandle.x = f;\n$.expr.pseudos.x = f;",
		finds: { "special-hooks": [1, 2] },
		does: ($) => equal($.cssHooks, undefined),
	},
	{
		text: "$('#a').css('fontSize', '+=4');\n$('#a').css('fontSize', '4px');",
		finds: { "css-relative": [1] },
		does: ($) => {
			const a = $("<p>").css("fontSize", "10px").appendTo("body");
			equal(a.css("fontSize", "+=4").css("fontSize"), "14px");
		},
	},
	{
		text: "$.fx.step.x = f;\n$.fx.interval = 5;\n$.fx.off = true;\nnew $.Tween();\n$.timers.length;",
		finds: { "frame-hooks": [1, 2, 4, 5] },
		does: ($) => {
			for (const name of ["step", "interval", "tick"]) equal($.fx[name], undefined);
			equal($.timers, undefined);
			equal($.fx.off, false);
		},
	},
	{
		text: "$('#a').animate({ '--n': 5 });\nvar to = { left: 5 };\n$('#a').animate(to);",
		finds: { "custom-property": [1] },
	},
	{ text: "$.easing.mine = function (x) { return x; };", finds: { easing: [1] } },
	{
		text: "$('#a').animate({ left: 1 }, { step: function (now, fx) {} });\n$('#a').animate({ left: 1 }, { step: function (now) {} });",
		finds: { tween: [1] },
	},
	// What is missing, old, or of a plugin.
	{
		text: "var list = $.Callbacks();\n$.escapeSelector('#');\nfoo($.expando);",
		finds: { "missing $.Callbacks": [1], "missing $.escapeSelector": [2], "missing $.expando": [3] },
		does: ($) => {
			for (const name of ["Callbacks", "escapeSelector", "expando"]) equal($[name], undefined);
		},
	},
	{
		text: "$('a').live('click', f);\n$('a').size();\nif ($.browser.msie) f();\n$.get('/a').success(f);",
		finds: { "removed .live": [1], "removed .size": [2], "removed $.browser": [3], "removed .success": [4] },
		does: ($) => {
			for (const name of ["live", "size"]) equal($.fn[name], undefined);
			equal($.browser, undefined);
		},
	},
	// Names mean what their own function declares.
	{
		text: "var d = $.Deferred();\nfunction f(d) { d.pipe(); }\nfunction g() { var d = new Map(); d.pipe(); }\nd.pipe();",
		finds: { pipe: [4] },
	},
	{
		text: "function f($) { $.Callbacks(); }\nfunction g() { var $ = document.querySelector; $.Callbacks(); }\n(function (jq) { jq.Callbacks(); })(jQuery);",
		finds: { "missing $.Callbacks": [1, 3] },
	},
	{
		text: "function again(n) { return n ? again(n - 1) : $.get('/a'); }\nagain(1).pipe(f);\nconst ask = () => $.get('/a');\nask().pipe(f);",
		finds: { pipe: [2, 4] },
	},
	{
		text: "$.support.mine = 1;\nif ($.support.mine) f();\n$.ajax(settings);\n$.ajax({ ...settings });",
		finds: {},
	},
	{
		text: "$('#a').slick();\n$('#a').owlCarousel();\n$.fn.mine = f;\n$('#a').mine();\n$.fn.extend({ other: f });\n$('#a').other();\n$.cookie('a');",
		finds: { "? .slick": [1], "? .owlCarousel": [2], "? $.cookie": [7] },
	},
];

/** Programs that work unchanged. */
export const unchanged = [
	"$(function () { $('#a').on('click', function () { $(this).slideUp(200).addClass('b'); }); });",
	"(function ($) { $.fn.mine = function () { return this.each(function () { $(this).css('left', 1); }); }; })(jQuery);",
	"jQuery(document).ready(function (jq) { jq('.a:visible').eq(1).closest('p').data('x', 1); });",
	"$.ajax({ url: '/a', dataType: 'script', success: f, error: g, complete: h });",
	"var d = $.Deferred(); img.onload = d.resolve; d.done(f).fail(g).always(h); $.when(d, 1).done(f);",
	"$.when.apply($, $.map(urls, function (u) { return $.getJSON(u); })).done(f).fail(g);",
	"var xhr = $.get('/a'); xhr.fail(function () { if (xhr.responseText) f(xhr.status); });",
	"$.isArray([]); $.trim(' '); $.type(1); $('#a').animate({ left: '+=5' }, 'slow', 'swing', f).delay(5).queue(f).dequeue();",
	"import $ from 'jquery'; export const a = $('#a').text();",
	"$.each([1], function (i, one) { $('<li>').text(one).appendTo('#a').trigger('mine'); });",
];
