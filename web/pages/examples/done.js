// One request, and several callbacks, also in lists.

const showTitle = (data) => console.log("title:", data.name);
const showCount = (data) => console.log("count:", data.count);
const keep = () => console.log("kept");

$.ajax({ url: "/api/article?ms=200", dataType: "json" })
  .done(showTitle)
  .done([showCount, keep])
  .fail(() => console.log("not called"));

$.ajax("/api/article/lost?fail=404&ms=250")
  .done(() => console.log("not called"))
  .fail((jqXHR, textStatus) =>
    console.log(`failed: ${textStatus} ${jqXHR.status}`),
  );
