// A timer as a promise: wait settles a deferred, and returns the side that only listens.

function wait(ms) {
  const defer = $.Deferred();
  setTimeout(() => defer.resolve(ms), ms);
  return defer.promise();
}

wait(300).done((ms) => console.log(`${ms} ms have passed`));

wait(100)
  .then(() => wait(100))
  .then(() => wait(200))
  .done(() => console.log("three times in turn"));
