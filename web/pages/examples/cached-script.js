// Each script is loaded once, however many ask for it. No other site's scripts load here: the code makes its own.

const scripts = {};
$.cachedGetScript = (url, callback) => {
  scripts[url] ??= $.Deferred((defer) => {
    console.log("loading a script");
    $.getScript({ url, cache: true }).then(defer.resolve, defer.reject);
  }).promise();
  return scripts[url].done(callback);
};

const script = new Blob(['console.log("the script runs");'], {
  type: "text/javascript",
});
const url = URL.createObjectURL(script);

$.cachedGetScript(url, () => console.log("loaded, first callback"));
$.cachedGetScript(url, () => console.log("loaded, second callback"));

// Later: no second bar for a request.
setTimeout(() => {
  $.cachedGetScript(url, () => console.log("still loaded"));
}, 300);

$.cachedGetScript("blob:nowhere").fail((jqXHR, textStatus) =>
  console.log("not loaded:", textStatus),
);
