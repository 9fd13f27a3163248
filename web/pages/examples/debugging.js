// What is pending, where it was created, and how it settles. One deferred hangs for a while.

$.inspect({ stacks: true });

function brew() {
  const cup = $.Deferred();
  return cup;
}
const tea = brew();
const request = $.getJSON("/api/slow?ms=5000");
const forgotten = brew();

const { pending, kinds, entries } = $.inspect();
console.log(pending, "pending:", kinds);
const inBrew = entries.filter(({ stack }) => stack?.includes("brew"));
console.log(inBrew.length, "of them were created in brew");

// The same as events, for programs.
const devtools = await $.devtools({ panel: false });
devtools.watch((event) => {
  if (event.type === "settled") console.log(event.state, event.value);
});
tea.resolve("hot tea");
request.abort();

// An exception in then becomes a rejection, and the hook hears of it first.
$.Deferred.exceptionHook = (error) => console.log("hook:", error.message);
tea
  .then(() => {
    throw new Error("no cup");
  })
  .catch(() => "tea in a glass");

setTimeout(() => {
  console.log("still pending:", devtools.snapshot().pending.length);
  forgotten.reject("given up");
}, 600);
forgotten.fail(() => {});
