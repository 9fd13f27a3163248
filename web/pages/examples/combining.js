// Several deferreds as one.

const get = (name, ms) =>
  $.getJSON(`/api/${name}?ms=${ms}`).then((data) => data.name);

// when: all of them, each value an argument.
$.when(get("tea", 120), get("cake", 260), "sugar").done(
  (tea, cake, sugar) => {
    console.log("when:", tea, cake, sugar);
  },
);

// race: as the first that settles.
$.race([get("tram", 900), get("bus", 180)]).done((first) =>
  console.log("race:", first),
);

// any: the first that resolves.
$.any([$.get("/api/train?fail=503"), get("bicycle", 330)]).done((first) =>
  console.log("any:", first),
);

// allSettled: the outcome of each.
$.allSettled([get("milk", 90), $.Deferred().reject("sold out")]).done(
  (all) => {
    console.log("allSettled:", all.map((one) => one.status).join(", "));
  },
);

// series: one after the other, each with the value of the one before.
$.series([
  () => get("dough", 100),
  (dough) => get("oven", 100).then((oven) => `${dough} in the ${oven}`),
  (both) => `bread of ${both}`,
]).done((bread) => console.log("series:", bread));

// timeout: as the promise, unless it takes too long.
$.timeout($.wait(1000), 420).fail((reason) =>
  console.log("timeout:", reason.name),
);
