// abort ends the work behind a promise, through then and joins, unless somebody else waits for it.

// Only the last search counts: the one before is aborted.
let searching;
function search(words) {
  searching?.abort();
  searching = $.getJSON(`/api/search?q=${words}&ms=300`);
  searching.done((found) => console.log(`${words}: ${found.join(", ")}`));
  searching.fail((jqXHR, textStatus) =>
    console.log(`${words}: ${textStatus}`),
  );
}
search("t");
setTimeout(search, 100, "te");
setTimeout(search, 200, "tea");

// Two wait for the same: one of them gives up, the other gets it.
const shared = $.wait(400).then(() => "shared tea");
const first = shared.then((tea) => `${tea} for one`);
const second = shared.then((tea) => `${tea} for two`);
first.fail((reason) => console.log("first:", reason.name));
second.done((text) => console.log("second:", text));
setTimeout(() => first.abort(), 250);

// Work of your own says how it ends.
const countdown = $.work((deferred, onAbort) => {
  let n = 10;
  const timer = setInterval(() => deferred.notify(n--), 100);
  onAbort(() => clearInterval(timer));
});
countdown.fail((reason) => console.log("countdown:", reason));
setTimeout(() => countdown.abort("stop"), 550);
