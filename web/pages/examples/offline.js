// Without a network a request has no status. This page says so, and asks again when the network is back.

const status = $("<p>").appendTo("body");
function say(text) {
  status.text(text);
  console.log(text);
}

const online = $.Deferred((defer) => {
  $(window).one("online", () => defer.resolve());
});

function load(address) {
  return $.getJSON(address).catch((error) => {
    if (error.name !== "NetworkError") throw error;
    say("You are offline.");
    return online.then(() => load(address));
  });
}

// Fails once, as without a network.
load("/api/teas?fail=network&times=1").done(({ name }) =>
  say(`The ${name} have come.`),
);

// The browser sends this event when it has a network again. Here the code does.
setTimeout(() => {
  say("You are online again.");
  dispatchEvent(new Event("online"));
}, 600);
