// The page's script. It calls the same Go function as the program itself: search, by godeferred.go. It may do so
// before the program is there.

const status = document.getElementById("status");

godeferred.ready.then(
	() => {
		if (!document.getElementById("text").value) status.textContent = "Ready.";
	},
	(error) => {
		status.textContent = error.message; // it says what to do
	},
);

document.getElementById("lucky").addEventListener("click", () => {
	godeferred.go
		.search("")
		.done((teas) => {
			const tea = teas[Math.floor(Math.random() * teas.length)];
			status.textContent = `Try ${tea.name}, a ${tea.colour} tea from ${tea.from}.`;
		})
		.fail((error) => {
			status.textContent = error.message;
		});
});
