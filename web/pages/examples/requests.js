// Requests that fail for a while are sent again. The marks on the bars are the attempts.

// Fails twice, then answers.
$.ajax({
  url: "/api/tea?times=2&ms=80",
  retry: { limit: 3, backoff: 100 },
}).done((data) => console.log("tea came at request", data.count));

// Fails for good: after two more requests the failure is passed on.
$.ajax({
  url: "/api/coffee?fail=503&ms=50",
  retry: { limit: 2, backoff: 60 },
}).fail((jqXHR) => console.log("coffee:", jqXHR.status));

// Not a failure that time mends: sent once.
$.ajax({ url: "/api/milk?fail=404&ms=60", retry: true }).fail((jqXHR) =>
  console.log("milk:", jqXHR.status),
);

// Too slow.
$.ajax({ url: "/api/cake?ms=3000", timeout: 400 }).fail((_, textStatus) =>
  console.log("cake:", textStatus),
);
