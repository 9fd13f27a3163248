// The states of a deferred, and the callbacks of each.

function watched(name) {
  const defer = $.Deferred();
  defer
    .done((value) => console.log(`${name} done: ${value}`))
    .fail((value) => console.log(`${name} fail: ${value}`))
    .always(() => console.log(`${name} always, state ${defer.state()}`));
  return defer;
}

const one = watched("one");
const other = watched("other");
console.log(`one is ${one.state()}`);

one.resolve("yes");
one.reject("too late"); // a deferred settles once
other.reject("no");

// Added late: runs at once.
one.done(() => console.log("a late callback"));

// A promise has the callbacks only. It can be given away.
const promise = one.promise();
console.log("resolve" in one, "resolve" in promise);
