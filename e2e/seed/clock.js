// Set-up: the page's clock, $.now() and the timers of the article's delays, goes on only when the visitor says so
// (pass), so that a slow machine is not taken for a late picture.

var pass = (function () {
	var time = 0,
		timers = [],
		browsers = setTimeout;
	$.now = function () {
		return time;
	};
	window.setTimeout = function (run, ms) {
		if (ms === 1000 || ms === 2000) timers.push({ run: run, at: time + ms });
		else return browsers(run, ms);
	};
	return function (ms) {
		time += ms;
		timers = timers.filter(function (timer) {
			if (timer.at <= time) timer.run();
			return timer.at > time;
		});
	};
})();
