// node ask.cjs WASM_EXEC WASM: starts the runtime as the page does, asks it a great deal, and prints a hash of all answers.

const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");

const [, , loader, wasm] = process.argv;
require(loader);

async function main() {
	const go = new globalThis.Go();
	const { instance } = await WebAssembly.instantiate(readFileSync(wasm), go.importObject);
	const bridge = {};
	globalThis.__godeferred = bridge;
	go.run(instance);
	delete globalThis.__godeferred;
	const { ask, anim } = bridge.functions;
	const hash = createHash("sha256");
	const say = ({ value, error }) => hash.update(error ? `${error.name}: ${error.message}` : value);
	for (let i = 0; i < 3000; i++) {
		const url = ["/x", "javascript:x", `//h/${i}`, "data:,"][i % 4];
		// Much data now and then, for collections to begin.
		const data = i % 50 === 0 ? `a=${"b".repeat(100_000)}` : `a=${i}`;
		say(
			ask(
				"get",
				`plan\ndtp\n5\n\n\nhttp://h\nhttp://h\n\n${i % 3 ? "get" : "post"}\njson\n\na/b\n*/*\n${data}\n${url}#y`,
			),
		);
		say(ask("get", "judge\n200\nGET\n\ntext/json\n*\n=xml\t=html\t=json\ntext json"));
		say(ask("get", `retry\n1\n2\n\n\n100\n\nGET\n503\nSun, 06 Nov 1994 08:49:37 GMT\n${i}\n1000`));
		say(anim("fadeIn", "goals", `\tmargin\t${i}px 2em\tlinear\topacity\thide\t`));
		say(anim("animate", "goals", i % 2 ? "bounce" : "swing"));
		say(anim("animate", "tweens", `1\theight\t+=${i / 7}em\t40px\t\t12.5\tleft\t5\tauto\t\t`));
		say(anim("animate")); // panics, in Go
	}
	const deep = (n) => {
		say(ask("get", "url\n/x"));
		if (n > 0) deep(n - 1);
	};
	deep(2000);
	const { protocol, table } = bridge;
	process.stdout.write(JSON.stringify({ hash: hash.digest("hex"), protocol, table }), () => process.exit(0));
}

main();
