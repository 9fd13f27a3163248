// A promise is a value that is not there yet. Any number of callbacks can wait for it: an arrow for each.

const call = (address) =>
  $.getJSON(`/api/${address}`).then((data) => data.name);

const tea = call("tea?ms=200");
tea.then((name) => console.log("poured:", name));
tea.then((name) => console.log("sweetened:", name));

// One callback for the value, one for what went wrong.
call("coffee?fail=404&ms=120").then(
  () => console.log("not called"),
  (jqXHR) => console.log("no coffee:", jqXHR.status),
);

// Two promises as one.
$.when(tea, call("cake?ms=350")).then((first, second) =>
  console.log("served:", first, "and", second),
);

// An animation is a promise, too.
const widen = (width, duration) =>
  $("<div class=box>")
    .css("margin-bottom", "0.25rem")
    .appendTo("body")
    .animate({ width }, duration)
    .promise();

$.when(widen(120, 400), widen(180, 600)).then((one, other) =>
  console.log("widths:", one.width(), other.width()),
);
