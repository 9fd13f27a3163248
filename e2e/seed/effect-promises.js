// "Synchronizing multiple animations": six helpers at once.

$.each(["slideDown", "slideUp", "slideToggle", "fadeIn", "fadeOut", "fadeToggle"], function (_, name) {
	$.fn[name + "Promise"] = function (speed, easing, callback) {
		var elements = this;
		return $.Deferred(function (defer) {
			elements[name](speed, easing, function () {
				defer.resolve();
				if (callback) {
					callback.apply(this, arguments);
				}
			});
		}).promise();
	};
});
