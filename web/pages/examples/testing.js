// A small test: the page's own fetch answers, so no server is asked. At the end nothing is pending.

const answers = {
  "/teas": () => Response.json(["Assam", "Darjeeling"]),
  "/broken": () => new Response("", { status: 500 }),
};
window.fetch = async (url) =>
  answers[new URL(url, document.baseURI).pathname]();

// What is tested: it shows a list, and answers how long that is.
function showTeas(url, list) {
  return $.getJSON(url).then((teas) => {
    for (const tea of teas) $("<li>").text(tea).appendTo(list);
    return $.slideDown(list, 5000).then(() => teas.length);
  });
}

const check = (holds, what) =>
  console.log(holds ? "passed:" : "FAILED:", what);

$.fx.off = true; // animations end within the call
const list = $("<ul hidden>").appendTo("body");
const count = await showTeas("/teas", list);
check(count === 2 && list.text() === "AssamDarjeeling", "a list is shown");

const status = await showTeas("/broken", list).catch((e) => e.status);
check(status === 500, "a failure rejects");

const told = [];
const tea = $.Deferred().done((name) => told.push(name));
tea.resolve("Assam");
check(told[0] === "Assam", "done callbacks run within resolve");

check($.inspect().pending === 0, "nothing is left pending");
