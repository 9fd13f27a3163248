// This frame has a strict policy, as your page may have: no text becomes a program, and all of godeferred works.

// A handler in HTML does not run.
$("body").append('<div class="box" onclick="window.ran = true"></div>');
const [box] = $(".box").get();
box.click();
console.log("the handler in HTML ran:", "ran" in window);

// Text as a function does not, either.
try {
  new Function("window.ran = true")();
} catch (error) {
  console.log("text as a function:", error.name);
}

// Requests, events and animations work, and animations write styles.
$.firstClick(box)
  .then(() => $.getJSON("/api/tea?ms=200"))
  .then(({ name }) => {
    console.log("a request answered:", name);
    return $.animate(box, { marginLeft: "8rem" }, 400);
  })
  .done(() => console.log("moved to", box.style.marginLeft));
setTimeout(() => box.click(), 200);
