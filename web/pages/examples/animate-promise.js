// Several animations at once, and something when the last of them has ended.

$.fn.animatePromise = function (properties, duration) {
  return $.Deferred((defer) => {
    this.animate(properties, duration, defer.resolve);
  }).promise();
};

const box = () =>
  $("<div class=box>")
    .css({ marginBottom: "0.25rem", opacity: 0.3 })
    .appendTo("body");

const fade = box().animatePromise({ opacity: 1 }, 300);
const move = box().animatePromise({ marginLeft: "9rem" }, 600);

fade.done(() => console.log("faded"));
$.when(fade, move).then(() => console.log("faded and moved"));
