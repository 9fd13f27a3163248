// A panel's content is loaded at the first click while the panel opens; then it is shown.

$("body").append(
  '<button>Open the panel</button><div class="panel" hidden></div>',
);
const [button] = $("button").get();
const panel = $(".panel").css({ minHeight: "4rem" });

const load = () => $.get("/api/news.html?ms=250");
const open = () => $.slideDown(panel, 400);

$.firstClick(button)
  .then(() => $.when(load(), open()))
  .done((response) => {
    panel.html(response[0]);
    console.log(`open, with ${panel.find("li").length} news`);
  });

setTimeout(() => button.click(), 500);
