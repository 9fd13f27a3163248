import $ from "godeferred";

/** Shows a list of teas, and resolves with their number once it is open. */
export const show = (list) =>
	$.getJSON("/teas.json")
		.then((teas) => {
			for (const tea of teas) $(list).append($("<li>").text(tea));
			return $(list).slideDown(200).promise();
		})
		.then(() => $("li", list).length);
