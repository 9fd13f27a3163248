// "timed", on create-cache.js. It says jQuery.now() once, and $.now() once: the pages set both names.

var readyTime;
$(function () {
	readyTime = jQuery.now();
});
$.afterDOMReady = $.createCache(function (defer, delay) {
	delay = delay || 0;
	$(function () {
		var delta = $.now() - readyTime;
		if (delta >= delay) {
			defer.resolve();
		} else {
			setTimeout(defer.resolve, delay - delta);
		}
	});
});
