// Code for jQuery's deferreds, as it was written: $ is godeferred here.

function load(name) {
  return $.Deferred(function (defer) {
    setTimeout(function () {
      if (name === "nothing") defer.reject("there is " + name);
      else defer.resolve(name, name.length);
    }, 100);
  }).promise();
}

load("tea")
  .done(function (name, letters) {
    console.log(name + " has " + letters + " letters");
  })
  .pipe(function (name) {
    return load("more " + name);
  })
  .done(function (name) {
    console.log("then " + name);
  });

load("nothing").then(null, function (reason) {
  console.log("failed: " + reason);
});

// A difference: a callback that throws stops no other callback. Its error is reported at the end.
load("cake")
  .done(function () {
    throw new Error("dropped the cake");
  })
  .done(function () {
    console.log("the next callback runs");
  });
