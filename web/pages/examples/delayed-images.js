// Images are loaded at once, and each is shown after its delay. Each picture is used twice, and loaded once.

const picture = (colour) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48">
      <circle cx="24" cy="24" r="22" fill="${colour}"/></svg>`,
  )}`;
const pictures = { teal: picture("teal"), tomato: picture("tomato") };

const load = $.createCache((defer, name) => {
  console.log("loading", name);
  $.loadImage(pictures[name]).then(defer.resolve, defer.reject);
});
const afterReady = $.createCache((defer, ms) => {
  $(() => setTimeout(defer.resolve, ms));
});

$("body").append(`
  <img data-name="teal" data-after="400">
  <img data-name="tomato" data-after="400">
  <img data-name="teal" data-after="0">
  <img data-name="tomato" data-after="800">`);

$("img").each((_, image) => {
  const { name, after } = image.dataset;
  image.src = picture("silver");
  $.when(load(name), afterReady(after)).done(() => {
    image.src = pictures[name];
    console.log(`${name} shown after ${after} ms`);
    $(image).hide().fadeIn(200);
  });
});
