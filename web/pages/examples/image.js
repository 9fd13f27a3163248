// Images as promises: shown when they can be drawn.

const drawn = (colour) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><circle cx="32" cy="32" r="30" fill="${colour}"/></svg>`,
  )}`;

const show = (url, image) => {
  document.body.append(image);
  console.log(`shown, ${image.naturalWidth} pixels wide`);
};

$.loadImage(drawn("teal")).done(show);
$.wait(300)
  .then(() => $.loadImage(drawn("tomato")))
  .done(show, () => console.log("the second is ready"));

$.loadImage("data:image/png,broken").fail((error) =>
  console.log(`not shown: ${error.name}`),
);
