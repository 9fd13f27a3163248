// A, then B, then C: each handler returns the next promise.

const ask = (name) =>
  $.getJSON(`/api/${name}?ms=120`).done((data) => console.log(data.name));

ask("A")
  .then(() => ask("B"))
  .then(() => ask("C"))
  .then(() => console.log("all in turn"));

// A failure breaks the chain.
ask("D")
  .then(() => $.get("/api/E?fail=500&ms=80"))
  .then(() => ask("F"))
  .fail((jqXHR) => console.log(`F was never asked for: ${jqXHR.status}`));
