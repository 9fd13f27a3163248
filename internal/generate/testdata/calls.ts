// Calls of what the program rows exports.
import godeferred, { type DeferredPromise } from "./godeferred.js";
import type { Color, Everything, Tree } from "./rows.js";

const { go } = godeferred;

/** Both types are the same. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<Expected>() {
	return <Got>(_: Got, __: Same<Expected, Got>) => {};
}

is<DeferredPromise<[string, string]>>()(go.strings("", ""), true);
is<DeferredPromise<[void]>>()(go.nothing(), true);
is<DeferredPromise<[number]>>()(go.promises(Promise.resolve(1), true), true);
is<Color>()(null as unknown as "red" | "green" | 'blue "sky"', true);
is<Tree>()(null as unknown as { value: number; children: (Tree | null)[] }, true);
is<string | undefined>()((null as unknown as Everything).note, true);

async function results() {
	for await (const { first, second } of await go.count(3, { signal: AbortSignal.abort() })) {
		is<number>()(first, true);
		is<string>()(second, true);
	}
	is<Uint8Array>()(await go.bytes(new ArrayBuffer(1)), true);
	is<Tree | null>()(await go.recursive({ value: 1, children: [null] }), true);
	go.generics(
		{ first: "a", second: 1 },
		{ first: { first: true, second: "" }, second: new Float64Array() },
	).done((a, b) => {
		is<string>()(a.first, true);
		is<Float64Array>()(b.second, true);
	});
}

go.optional();
go.optional(null, "x");
go.total("x", 1, 2, 3);
go.total("x", 1, 2, { onProgress: (n) => n });
go.callbacks(
	"w",
	(n) => n * 2,
	async ({ first, second }) => first === `${second}`,
	(...words) => words.length,
	() => {},
);
go.sum([1, 2]);
go.sum(new Set([1]));
go.lists(["a"] as const, [[true]], []);
go.numbers([1], new Uint16Array(), [], [], [], [], [1], [], []);
go.wait({ onProgress: console.log });

// @ts-expect-error
go.strings(5, "");
// @ts-expect-error
go.strings("");
// @ts-expect-error
go.bools(true, 1);
// @ts-expect-error
go.unions("yellow", 1);
// @ts-expect-error
go.unions("red", 3);
// @ts-expect-error
go.total("x", "y");
const takesText = (n: string) => n.length;
// @ts-expect-error
go.callbacks("w", takesText, () => true, console.log, console.log);
// @ts-expect-error
go.structs({ name: "x" });
// @ts-expect-error
go.wait({ signal: 5 });

void results;
