// The same by `types` in tsconfig.json.
function named(): godeferred.JqXHR<{ id: number }> {
	return $.getJSON<{ id: number }>("/row").done((row) => {
		const id: number = row.id;
		$("#row").text(id);
	});
}
