// A and B at the same time; C when both are done.

const ask = (name, ms) =>
  $.ajax({ url: `/api/${name}?ms=${ms}`, dataType: "json" });

$.when(ask("A", 150), ask("B", 300))
  .then((a, b) => {
    console.log(`${a[0].name} and ${b[0].name} are done`);
    return ask("C", 120);
  })
  .then((c) => console.log(`${c.name} is done`));

$.when(ask("D", 200), $.ajax("/api/E?fail=500&ms=100")).fail((jqXHR) => {
  console.log(`one of the two failed: ${jqXHR.status}`);
});
