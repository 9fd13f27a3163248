// Each deferred is a bar in the timeline. Change something, and press Ctrl+Enter.

const kettle = $.Deferred();
let degrees = 20;
const heating = setInterval(() => {
  degrees += 20;
  kettle.notify(degrees);
  if (degrees === 100) {
    clearInterval(heating);
    kettle.resolve("hot water");
  }
}, 120);

kettle.progress((now) => console.log(now, "degrees"));

const tea = kettle.then((water) => `tea of ${water}`);
const cake = $.get("/api/cake?ms=350").then(({ name }) => name);
const milk = $.get("/api/milk?ms=200&fail=404").catch(() => "no milk");

$.when(tea, cake, milk).done((...served) => console.log(served.join(", ")));

// Nobody waits for coffee any more.
const coffee = $.wait(5000).then(() => "coffee");
coffee.fail((reason) => console.log("coffee:", reason.message));
setTimeout(() => coffee.abort(new Error("enough to drink")), 450);
