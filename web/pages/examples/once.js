// Things that happen once. The first click is a promise: click the button in the page above the console.

const [button] = $("<button>Open</button>").appendTo("body").get();

$.firstClick(button).done(() => {
  console.log("clicked");
  button.textContent = "Opened";
});

// A cache makes each request once, and a failure is tried again.
const load = $.createCache((defer, name) => {
  console.log("asking for", name);
  $.getJSON(`/api/${name}?ms=200`).then(defer.resolve, defer.reject);
});

load("tea").done((data) => console.log("first:", data.name, data.count));
load("tea").done((data) => console.log("second:", data.name, data.count));
setTimeout(
  () =>
    load("tea").done((data) =>
      console.log("later:", data.name, data.count),
    ),
  300,
);

// The code clicks by itself after a second.
setTimeout(() => button.click(), 1000);
