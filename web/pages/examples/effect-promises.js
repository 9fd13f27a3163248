// Six effects as promises, so that several can be joined. Watch the two boxes change places.

const effects = "slideDown slideUp slideToggle fadeIn fadeOut fadeToggle";
for (const name of effects.split(" ")) {
  $.fn[`${name}Promise`] = function (speed, easing, callback) {
    return $.Deferred((defer) => {
      this[name](speed, easing, function (...args) {
        defer.resolve();
        callback?.apply(this, args);
      });
    }).promise();
  };
}

const box = (background) =>
  $("<div class=box>").css({ background, float: "left" }).appendTo("body");
const teal = box("teal");
const tomato = box("tomato").css("display", "none");

$.when(teal.fadeOutPromise(300), tomato.fadeInPromise(500))
  .then(() => {
    console.log("both have faded");
    return $.when(
      teal.slideDownPromise("fast"),
      tomato.slideUpPromise(400, "linear", () => console.log("up")),
    );
  })
  .then(() => {
    console.log("both have slid");
    return $.when(teal.fadeTogglePromise(), tomato.slideTogglePromise());
  })
  .done(() => console.log("teal is gone, tomato is back"));
