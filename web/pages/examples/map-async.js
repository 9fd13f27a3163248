// Eight requests, at most three at a time. The results keep the order of the items.

const items = await $.getJSON("/api/items?count=8&ms=100");

const prices = $.mapAsync(
  items,
  (item, i) =>
    $.getJSON(`/api/price/${i}?ms=${80 + ((i * 70) % 200)}`).then(
      () => `${item}: ${i + 1}`,
    ),
  { concurrency: 3 },
);
prices.done((all) => console.log(all));

// The first failure ends all: what has not begun never begins, and the others are aborted.
const numbers = [1, 2, 3, 4, 5, 6];
const begun = [];
$.mapAsync(
  numbers,
  (n) => {
    begun.push(n);
    if (n === 3) throw new Error("three is too much");
    return $.wait(250);
  },
  { concurrency: 2 },
).fail((error) =>
  console.log(`${error.message}; begun: ${begun.join(", ")}`),
);
