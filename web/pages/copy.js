// A button that copies, for each block of code that asks for one with data-copy. Without this script there is none.
(() => {
	const said = document.createElement("p");
	said.className = "for-readers";
	said.setAttribute("role", "status");
	document.body.append(said);

	for (const block of document.querySelectorAll("[data-copy]")) {
		const code = block.querySelector("code");
		const button = document.createElement("button");
		button.type = "button";
		button.className = "copy";
		button.textContent = "Copy";
		button.setAttribute("aria-label", `Copy: ${code.closest("pre").getAttribute("aria-label") ?? "code"}`);
		const tell = (text) => {
			button.textContent = text;
			said.textContent = text;
			setTimeout(() => {
				button.textContent = "Copy";
				said.textContent = "";
			}, 2000);
		};
		button.addEventListener("click", async () => {
			try {
				await navigator.clipboard.writeText(code.textContent);
				tell("Copied");
			} catch {
				// No permission, or no secure connection: selected, so that the keyboard's own copying works.
				getSelection().selectAllChildren(code);
				tell("Selected");
			}
		});
		block.append(button);
	}
})();
