// Set-up of every page here, no code of the articles: say("…") is a line that a visitor can read, and stands where they
// have a comment such as /* Perform specific action */. What their code writes to the console stands there, too.
// The parts that the articles take as given (callback1, initializeData …) are made of it.

var log = console.log;

function say(line) {
	var item = document.createElement("li");
	item.textContent = line;
	document.getElementById("said").append(item);
}

console.log = function (line) {
	log.call(console, line);
	say(line);
};

// A function that says its name, and what it was given if that is a text.
function saying(name) {
	return function (given) {
		say(typeof given === "string" ? name + ": " + given : name);
	};
}
