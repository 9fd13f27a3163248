// The table of search.html: who answered which query, and how often the server was asked.
//
// searchLog(body, keyOf) fills the rows of body, and returns
//   asked(query, times)      so many more searches
//   answered(query, source)  the last answer's source; asks the server how often it has seen keyOf(query)
(() => {
	window.searchLog = (body, keyOf) => {
		const rows = new Map();

		const rowOf = (query) => {
			if (!rows.has(query)) {
				if (rows.size === 0) body.replaceChildren(); // The row that says that there are none.
				const line = body.insertRow(0);
				const head = document.createElement("th");
				head.scope = "row";
				head.textContent = query;
				line.append(head);
				const cells = ["searches", "requests", "source"].map((name) => {
					const cell = line.insertCell();
					cell.dataset.cell = name;
					cell.textContent = "–";
					return cell;
				});
				rows.set(query, { cells, searches: 0 });
			}
			return rows.get(query);
		};

		const asked = (query, times) => {
			const row = rowOf(query);
			row.searches += times;
			row.cells[0].textContent = String(row.searches);
		};

		const answered = (query, source) => {
			const [, requests, last] = rowOf(query).cells;
			last.textContent = source;
			godeferred.get(`/demo/count?${new URLSearchParams({ path: "/demo/search", key: keyOf(query) })}`).then(
				(count) => {
					requests.textContent = count;
				},
				() => {
					requests.textContent = "–";
				},
			);
		};

		return { asked, answered };
	};
})();
