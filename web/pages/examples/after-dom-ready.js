// A delay counted from when the document was ready, as a promise: one for each length, which the cache keeps.

let readyTime;
$(() => {
  readyTime = $.now();
});

$.afterDOMReady = $.createCache((defer, delay) => {
  $(() => {
    const passed = $.now() - readyTime;
    if (passed >= delay) defer.resolve();
    else setTimeout(defer.resolve, delay - passed);
  });
});

$.afterDOMReady(0, () => console.log("ready"));
$.afterDOMReady(200, () => console.log("after 200 ms"));
$.afterDOMReady(400, () => console.log("after 400 ms"));
$.afterDOMReady(400, () => console.log("after the same 400 ms"));

// Asked for late: the 100 ms have passed, so this one runs at once.
setTimeout(() => {
  $.afterDOMReady(100, () => console.log("100 ms have passed"));
  console.log("after it");
}, 500);
