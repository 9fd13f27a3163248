// The inspector opens in the page: what is pending, as a tree, with its lines. Any page has it by godeferred.devtools().

await godeferred.devtools();
console.log("opened:", document.querySelector("godeferred-devtools"));

// Hangs until the request has been sent three times.
const tea = $.ajax({
  url: "/api/tea?times=2&ms=400",
  retry: { limit: 3, backoff: 200 },
});
const cup = tea.then(({ name }) => `a cup of ${name}`);
$.when(cup, $.wait(2000)).done((text) => console.log(text));

// The panel has a button that aborts it. Here the code does.
const coffee = $.wait(60_000);
coffee.fail((reason) => console.log("coffee:", reason.name));
setTimeout(() => coffee.abort(), 1200);
