// A cache of asynchronous work: the first call for a key begins it, every other gets the same promise.

$.createCache = (requestFunction) => {
  const cache = {};
  return (key, callback) => {
    cache[key] ??= $.Deferred((defer) =>
      requestFunction(defer, key),
    ).promise();
    return cache[key].done(callback);
  };
};

const search = $.createCache((defer, words) => {
  console.log("searching", words);
  $.getJSON(`/api/search?q=${words}&ms=250`).then(
    defer.resolve,
    defer.reject,
  );
});

search("tea", (found) => console.log("1:", found));
search("tea", (found) => console.log("2:", found));
setTimeout(() => search("tea", (found) => console.log("3:", found)), 400);
setTimeout(() => search("co", (found) => console.log("4:", found)), 450);
