// News, reactions and the interface are prepared at the same time. When all three are done, they are shown.

const getLatestNews = () =>
  $.get("/api/news.html?ms=200").done(() => console.log("news received"));
const getLatestReactions = () =>
  $.getJSON("/api/items?count=2&ms=300").done(() =>
    console.log("reactions received"),
  );
const prepareInterface = () =>
  $.Deferred((defer) => {
    const list = $("<div hidden>").appendTo("body");
    setTimeout(() => defer.resolve(list), 100);
  }).promise();

$.when(getLatestNews(), getLatestReactions(), prepareInterface())
  .then((news, reactions, list) => {
    list
      .html(news[0])
      .append(`<p>Reactions: ${reactions[0].join(", ")}</p>`)
      .removeAttr("hidden");
    console.log(
      list.find("li").length,
      "news, and",
      reactions[0].length,
      "reactions",
    );
  })
  .fail(() => console.log("something went wrong"));
