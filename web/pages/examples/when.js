// when waits for several requests. It also takes plain values, which are there at once.

const success = () => console.log("success!");
const failure = () => console.log("failure!");

$.when(
  $.ajax("/api/main?ms=200"),
  $.ajax("/api/modules?ms=300"),
  $.ajax("/api/lists?ms=150"),
).then(success, failure);

// The first failure is enough: nothing waits for the slow one.
$.when($.ajax("/api/slow?ms=600"), $.ajax("/api/lost?fail=404&ms=80")).then(
  success,
  failure,
);

$.when("a value", { name: "an object" }).done((value, { name }) =>
  console.log("at once:", value, "and", name),
);
console.log("after it");

// A request gives three arguments, so it is a list here.
$.when("a value", $.ajax("/api/page?ms=250")).done(
  (value, [data, textStatus]) =>
    console.log("together:", value, "and", data.name, textStatus),
);
