// A variable says whether the button was clicked: what asks too early is lost. A promise keeps it until the click.

$("body").append(
  '<button>Open</button><div class="panel" hidden>The panel</div>',
);
const button = $("button");
const panel = $(".panel").css({ padding: "1rem 0" });

let buttonClicked = false;
button.click(() => {
  if (buttonClicked) return;
  buttonClicked = true;
  console.log("opens once");
  panel.slideDown(300);
});
const ask = () =>
  console.log(buttonClicked ? "variable: it is open" : "variable: lost");

const firstClick = $.firstClick(button[0]);
const wait = () =>
  firstClick.done(() => console.log("promise: it is open"));

// Before the click.
ask();
wait();

// Two clicks by the code, and the same once more.
setTimeout(() => button.trigger("click"), 400);
setTimeout(() => button.trigger("click"), 500);
setTimeout(() => {
  ask();
  wait();
}, 600);
