// Work that Go does for the page goes by a number, with which the page can abort it.

let last = 0;

export function nextWork() {
	return ++last;
}
