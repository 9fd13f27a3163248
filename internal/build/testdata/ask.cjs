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
	const { ask } = bridge.functions;
	const hash = createHash("sha256");
	let answers = 0;
	const say = ({ value, error }) => {
		if (!error) answers++;
		hash.update(error ? `${error.name}: ${error.message}` : value);
	};
	for (let i = 0; i < 3000; i++) {
		const url = ["/x", "javascript:x", `//h/${i}`, "data:,"][i % 4];
		// Much data now and then, for collections to begin.
		const data = i % 50 === 0 ? `a=${"b".repeat(100_000)}` : `a=${i}`;
		const method = i % 3 ? "get" : "post";
		say(
			ask(
				"get",
				`plan\nhasData=1\ttext=1\tprocess=1\tbust=1\tnonce=5\tpageOrigin=http://h\torigin=http://h\tmethod=${method}\tdataType=json\taccepts=a/b\tacceptsAny=*/*\tdata=${data}\turl=${url}#y`,
			),
		);
		const contents = "content[]=xml\tsays[]=\tcontent[]=json\tsays[]=\tconverter[]=text json\tsame[]=";
		say(ask("get", `judge\nstatus=200\tmethod=GET\tcontentType=text/json\ttypes[]=*\t${contents}`));
		say(
			ask(
				"get",
				`retry\nattempt=1\tlimit=2\tbackoff=100\tmethod=GET\tstatus=503\tretryAfter=Sun, 06 Nov 1994 08:49:37 GMT\tnow=${i}\trandom=1000`,
			),
		);
		const goals = `name[]=margin\ttext[]=${i}px 2em\town[]=linear\tname[]=opacity\ttext[]=hide\town[]=`;
		say(ask("fadeIn", `goals\n${goals}`));
		say(ask("animate", `goals\neasing=${i % 2 ? "bounce" : "swing"}`));
		const height = `name[]=height\ttext[]=+=${i / 7}em\tcomputed[]=40px\tkept[]=\tscale[]=12.5`;
		say(ask("animate", `tweens\nshow=1\t${height}`));
		say(ask("animate")); // panics, in Go
	}
	const deep = (n) => {
		say(ask("get", "url\nurl=/x"));
		if (n > 0) deep(n - 1);
	};
	deep(2000);
	const { protocol, table } = bridge;
	process.stdout.write(JSON.stringify({ hash: hash.digest("hex"), answers, protocol, table }), () =>
		process.exit(0),
	);
}

main();
