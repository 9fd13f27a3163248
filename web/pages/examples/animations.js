// Animations are promises, too: when each ends, the next begins. The page above the console shows them.

$("<div class=box>").appendTo("body");
$("<div class=box>").css("margin-top", "0.5rem").appendTo("body");
const [first, second] = $(".box").get();

$.animate(first, { marginLeft: "8rem" }, 500)
  .then(() => {
    console.log("the first has moved");
    return $.animate(second, { marginLeft: "8rem" }, 500);
  })
  .then(() => {
    console.log("the second, too");
    return $.when($.fadeOut(first, 300), $.fadeOut(second, 300));
  })
  .then(() => {
    console.log("both have faded");
    return $.when($.fadeIn(first, 300), $.slideDown(second, 300));
  })
  .done(() => console.log("and are back"));
