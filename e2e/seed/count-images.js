// Set-up: counts the images that the page's code makes. The server cannot tell: of one URL, browsers ask once or more
// often as they like.

var images = 0;
(function () {
	var BrowsersImage = Image;
	window.Image = function () {
		images++;
		return new BrowsersImage();
	};
})();
