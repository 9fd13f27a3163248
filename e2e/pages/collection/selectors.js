// jQuery's own selectors, alone, with CSS and in lists, in each method that takes a selector.

import { same } from "./twins.js";

/** @typedef {any} A */

const page = `<h2 class="a">head</h2><ul id="list"><li class="a">one</li><li class="b">two <b class="a">bold</b>
<ul><li>inner <i>x</i></li><li class="a" style="display:none">gone <i>y</i></li></ul></li><li class="a c" title="t">three</li></ul>
<div id="box" class="b"><p class="a"></p><p hidden>hidden</p><p style="visibility:hidden">unseen</p><p> </p><p><!-- only --></p></div>
<form id="form"><input name="q"><input name="n" type="number" value="5"><input type="text" data-n="5" name="p" disabled>
<input type="checkbox" name="c" checked><input type="radio" name="r"><input type="password"><input type="file"><input type="hidden">
<input type="image" alt="i"><input type="submit"><input type="reset"><input type="button"><button>b</button><button type="button">b</button>
<button type="reset">b</button><select name="s"><option>x</option><option selected>y</option></select><textarea></textarea></form>
<h3 id="5">h</h3><span class="7th">s</span>`;

const alone =
	":visible :hidden :first :last :even :odd :eq(1) :eq(-1) :eq(99) :nth(2) :gt(1) :gt(-3) :lt(2) :lt(-2) :lt(99) :selected :checkbox :radio :text :password :file :image :submit :reset :button :input :header :parent :empty :checked :disabled :enabled :animated :root :first-child :last-child";

const lists = [
	"li:visible, p:first",
	"ul > li:eq(1) a",
	"ul > li:eq(1) i",
	"ul > li:eq(1) > ul > li:last",
	"li:first",
	"li:first.a",
	"li:eq(1).b b",
	"li.a:last",
	"li:gt(0):lt(2)",
	"li:not(:first)",
	"li:not(:first, :last)",
	"li:not(.a):visible",
	"li:not(:visible)",
	"li:not(.a, :hidden)",
	":not(:not(li:first))",
	"li:has(i:visible)",
	"li:has(> ul > li:hidden)",
	"ul:has(li:first)",
	"li:contains(one)",
	"li:contains('two bold')",
	'p:contains("hid"), b:contains(bold)',
	":contains(\\62old)",
	"ul li:visible i",
	"ul > li:visible + li",
	"li:visible ~ li:visible",
	"p:parent",
	"p:empty:visible",
	"form :input:not(:button)",
	"form > :text:enabled",
	"#form :text[name]",
	"#list:visible > li",
	"div:visible p, h2:header",
	"option:selected",
	"select option:selected:not(:first)",
	"input[name!=q]",
	"input[name!='q'][type!=\"radio\"]",
	"[data-n=5]",
	"input[data-n!=5]:text",
	"h3#5:visible",
	"span.7th:visible",
	"li:visible:first",
	"li:first:visible",
	"li:hidden:first",
	":header, :input",
	".a:first, .a:last",
	"li:odd, li:even",
	".a, :first",
	"li:first, .a, li:gt(2)",
	"> li:visible",
	"> li:first",
	"> ul > li:eq(0)",
	"+ *:visible",
	"~ :visible",
	" li:visible ",
	"li:visible\n,\tp:hidden",
	"ul li:first-child:visible",
	"li:nth-child(2):visible, li:nth-of-type(3):first",
	":VISIBLE",
	"LI:First",
	"[title='t']:visible, [title=\"x, :first\"]",
	"*:visible:not(li):not(:input)",
	"ul:first > li:last:visible",
	"li:first, p:first, .a:first",
	"5",
	"-5 li, b",
	"5:visible",
];

for (const selector of [...alone.split(" "), ...lists]) {
	const all = (/** @type {A} */ $) => $("#stage").find("*");
	const title = JSON.stringify(selector);
	same(($) => $("#stage").find(selector), page, `find ${title}`);
	same(($) => $("ul, #box, form").find(selector), page, `find in several ${title}`);
	same(($) => $(selector).filter("#stage *"), page, `$(…) ${title}`);
	same(($) => $(selector, "#list"), page, `$(…, context) ${title}`);
	if (/^\s*[>+~]/.test(selector)) continue;
	same(($) => all($).filter(selector), page, `filter ${title}`);
	same(($) => all($).not(selector), page, `not ${title}`);
	same(($) => $("li").filter(selector), page, `filter of items ${title}`);
	same(($) => $("li.c").filter(selector), page, `filter of one ${title}`);
	same(($) => $("li.c").not(selector), page, `not of one ${title}`);
	same(($) => $("ul, form, #box").children(selector), page, `children ${title}`);
	same(($) => $("i, b, input").closest(selector), page, `closest ${title}`);
	same(($) => $("i").parents(selector).filter("#stage *"), page, `parents ${title}`);
	same(($) => $(".a").siblings(selector), page, `siblings ${title}`);
	same(($) => $("i").parentsUntil(selector).filter("#stage *"), page, `parentsUntil ${title}`);
	same(($) => $("h2, li").nextUntil(selector), page, `nextUntil ${title}`);
	same(($) => $("#stage").children().has(selector), page, `has ${title}`);
	same(($) => [$("li.b").index(selector), all($).is(selector)], page, `index ${title}`);
	same(
		($) =>
			all($)
				.map((/** @type {A} */ _, /** @type {A} */ one) => $(one).is(selector))
				.get()
				.join(),
		page,
		`is ${title}`,
	);
	same(
		($, log) => {
			$("#list, #box").on("own", selector, function (/** @type {A} */ _) {
				log(this);
			});
			$("i, p, b").trigger("own");
		},
		page,
		`delegated ${title}`,
	);
}

// A delegated handler is meant for what the whole selector finds inside its element.
same(($, log) => {
	$("#list").on("own", "#list b", () => log("above"));
	$("#list").on("own", "#stage b", () => log("far above"));
	$("#list").on("own", "> li b", () => log("inside"));
	$("#list").on("own", "li b", () => log("plain"));
	$("b").trigger("own");
});

// What plugins do with the table.
same(($) => {
	$.expr.pseudos.long = (/** @type {A} */ one) => one.textContent.length > 3;
	$.extend($.expr[":"], {
		"one-letter": (/** @type {A} */ one) => one.textContent.length === 1,
		ends: $.expr.createPseudo(
			(/** @type {A} */ text) => (/** @type {A} */ one) => one.textContent.endsWith(text),
		),
	});
	return [
		$("li:long"),
		$("i").is(":one-letter"),
		$("b:ends(old), i:ends('x')", "#stage"),
		$.expr.filters === $.expr.pseudos,
		$.expr.match.needsContext.test("> li"),
		$.expr.match.needsContext.test("li"),
	];
}, page);

// XML: a name is the whole name, with its prefix.
const feed = `<rss xmlns:m="urn:m"><item id="1"><title>a</title><m:title>b</m:title><Link/></item><item/></rss>`;
for (const selector of ["title", "m\\:title", "item", "ITEM", "Link", "link", "item:first", "item[id]"]) {
	same(
		($) => {
			const xml = $($.parseXML(feed));
			return [xml.find(selector).text(), xml.find(selector).length, xml.find("item").find(selector).length];
		},
		page,
		`find in XML ${selector}`,
	);
}
same(($) => {
	const xml = $.parseXML(feed);
	$(xml).find("Link").after("<z a='1'/>").append("<y/>").before("t");
	return new XMLSerializer().serializeToString(xml);
});
