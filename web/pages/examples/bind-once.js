// What must happen at the first click only, with a promise for everything that follows.

$.fn.bindOnce = function (event, callback) {
  const element = $(this[0]);
  let defer = element.data(`bind_once_${event}`);
  if (!defer) {
    defer = $.Deferred();
    element.data(`bind_once_${event}`, defer);
    element.on(event, function handler(...args) {
      element.off(event, handler);
      defer.resolveWith(this, args);
    });
  }
  return defer.done(callback).promise();
};
$.fn.firstClick = function (callback) {
  return this.bindOnce("click", callback);
};

const button = $("<button>Click me</button>").appendTo("body");
button.firstClick((event) => console.log(`first ${event.type}`));
button.firstClick(() => console.log("the same click, another callback"));

// Three clicks by the code.
for (const ms of [300, 400, 500])
  setTimeout(() => button.trigger("click"), ms);
