// The first click opens a panel and loads its images at the same time. When the last is there, all are shown.

const picture = (colour) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48">
      <circle cx="24" cy="24" r="22" fill="${colour}"/></svg>`,
  )}`;
const instead = picture("silver");

const button = $("<button>Open</button>").appendTo("body");
const panel = $("<div hidden>").appendTo("body");
const sources = [
  picture("teal"),
  picture("tomato"),
  "data:image/png,broken",
];
for (const src of sources) $("<img>").attr("data-src", src).appendTo(panel);
const images = panel.find("img").css("opacity", 0);

$.firstClick(button[0]).done(() => {
  const promises = images.get().map((image) => {
    const src = image.getAttribute("data-src");
    return $.loadImage(src).then(
      () => {
        image.src = src;
        console.log("an image is loaded");
      },
      () => {
        image.src = instead;
        console.log("an image is missing");
      },
    );
  });
  promises.push($.slideDown(panel, 400));
  $.when(...promises)
    .then(() => $.animate(images, { opacity: 1 }, 300))
    .done(() => console.log(`open, with ${images.length} images`));
});

setTimeout(() => button.trigger("click"), 400);
