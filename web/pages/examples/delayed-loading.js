// Each image is loaded only when its delay has passed. So a visitor who leaves early has loaded fewer.

const picture = (colour) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48">
      <circle cx="24" cy="24" r="22" fill="${colour}"/></svg>`,
  )}`;

const images = [
  { name: "teal", src: picture("teal"), after: 0 },
  { name: "tomato", src: picture("tomato"), after: 300 },
  { name: "gold", src: picture("gold"), after: 300 },
  { name: "broken", src: "data:image/png,broken", after: 600 },
];
const afterReady = $.createCache((defer, ms) => {
  $(() => setTimeout(defer.resolve, ms));
});

for (const { name, src, after } of images) {
  const image = $("<img>").attr("src", picture("silver")).appendTo("body");
  afterReady(after)
    .then(() => {
      console.log(`loading ${name} after ${after} ms`);
      return $.loadImage(src);
    })
    .then(() => image.attr("src", src).hide().fadeIn(200).promise())
    .done(() => console.log(name, "is shown"))
    .fail(() => console.log(name, "is not shown"));
}
