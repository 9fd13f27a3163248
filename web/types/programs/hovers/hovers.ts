// The places that hovers.mjs asks the editor about: each is followed by a comment that says which.
import $, { type Deferred } from "godeferred";

interface User {
	id: number;
	name: string;
}

const d = $.Deferred<[text: string, size: number], [reason: Error]>(); // hover d
const named: Deferred<[text: string]> = $.Deferred(); // hover named
const request = $.ajax<User>("/user"); // hover request, ajax
const p = d.promise(); // hover p, promise
const joined = $.when(d, request); // hover joined, when
const next = p.then((text, size) => text.length + size); // hover next, then
const further = request.then((user) => user.name).done((name) => name.trim()); // hover further, then, done
const caught = p.catch((reason) => reason.message); // hover caught, catch
const faded = $("p").fadeInPromise(200); // hover faded, fadeInPromise
const rows = $("tr").addClass("odd"); // hover rows, addClass
const cache = $.createCache<string, [User]>((_defer, key) => $.get<User>(key)); // hover cache, createCache
d.resolveWith({}, ["a", 1]); // hover resolveWith
rows.on("click", (event) => event.preventDefault()); // hover on, event

export { cache, caught, faded, further, joined, named, next };
