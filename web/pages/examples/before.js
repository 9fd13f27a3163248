// How it was before deferreds: callbacks in callbacks, and variables that a timer asks again and again.

const ask = (name, ms, success) =>
  $.ajax({ url: `/api/${name}?ms=${ms}`, success });

// A, then B, then C: each inside the one before.
ask("A", 100, () => {
  console.log("A is done");
  ask("B", 100, () => {
    console.log("B is done");
    ask("C", 100, () => console.log("C is done"));
  });
});

// D and E at the same time, then F: the timeline does not know that F waits for them.
let isDDone = false;
let isEDone = false;
ask("D", 150, () => {
  console.log("D is done");
  isDDone = true;
});
ask("E", 220, () => {
  console.log("E is done");
  isEDone = true;
});
const asking = setInterval(() => {
  if (!isDDone || !isEDone) return;
  clearInterval(asking);
  ask("F", 100, () => console.log("F is done"));
}, 10);
