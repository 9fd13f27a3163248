// "One-off event": bindOnce, and firstClick on it.

$.fn.bindOnce = function (event, callback) {
	var element = $(this[0]),
		defer = element.data("bind_once_defer_" + event);
	if (!defer) {
		defer = $.Deferred();
		function deferCallback() {
			element.unbind(event, deferCallback);
			defer.resolveWith(this, arguments);
		}
		element.bind(event, deferCallback);
		element.data("bind_once_defer_" + event, defer);
	}
	return defer.done(callback).promise();
};

$.fn.firstClick = function (callback) {
	return this.bindOnce("click", callback);
};
