// Asks TypeScript's language server for the hovers of hovers.ts, as an editor does, and prints them with the number of
// their characters. Fails if one is long: its types have lost their names then.
//
//   node web/types/programs/hovers/hovers.mjs

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The limits. A method's hover has the type of its promise, of its callbacks, and of its result. */
const longest = { value: 200, method: 640 };

const file = fileURLToPath(new URL("hovers.ts", import.meta.url));
const uri = pathToFileURL(file).href;
const text = readFileSync(file, "utf8");

const tsc = fileURLToPath(import.meta.resolve("typescript/package.json")).replace(
	/package\.json$/,
	"bin/tsc",
);
const server = spawn(process.execPath, [tsc, "--lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });

/** The answers that are waited for, by the numbers of their requests. */
const waiting = new Map();
let received = Buffer.alloc(0);
server.stdout.on("data", (bytes) => {
	received = Buffer.concat([received, bytes]);
	for (;;) {
		const head = received.indexOf("\r\n\r\n");
		const length = Number(/Content-Length: (\d+)/i.exec(received.toString("latin1", 0, head))?.[1]);
		if (head < 0 || received.length < head + 4 + length) return;
		const message = JSON.parse(received.toString("utf8", head + 4, head + 4 + length));
		received = received.subarray(head + 4 + length);
		if (message.method === undefined) {
			waiting.get(message.id)?.(message);
		} else if (message.id !== undefined) {
			// The server asks for settings: it gets none.
			const result =
				message.method === "workspace/configuration" ? message.params.items.map(() => null) : null;
			write({ id: message.id, result });
		}
	}
});

function write(message) {
	const body = JSON.stringify({ jsonrpc: "2.0", ...message });
	server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

let last = 0;
async function ask(method, params) {
	const id = ++last;
	const answer = new Promise((resolve) => waiting.set(id, resolve));
	write({ id, method, params });
	const { result, error } = await answer;
	if (error) throw new Error(`${method}: ${error.message}`);
	return result;
}

/** The code in a hover, without the comment below it. */
const codeOf = (hover) => /```\w*\n(.*?)\n```/s.exec(hover?.contents?.value ?? "")?.[1] ?? "";

await ask("initialize", {
	processId: process.pid,
	rootUri: null,
	capabilities: { textDocument: { hover: { contentFormat: ["markdown"] } } },
});
write({ method: "initialized", params: {} });
write({
	method: "textDocument/didOpen",
	params: { textDocument: { uri, languageId: "typescript", version: 1, text } },
});

let failed = 0;
for (const [line, content] of text.split("\n").entries()) {
	const names = / \/\/ hover (.*)$/.exec(content)?.[1].split(", ") ?? [];
	for (const name of names) {
		const character = content.search(new RegExp(`\\b${name}\\b`));
		const code = codeOf(
			await ask("textDocument/hover", { textDocument: { uri }, position: { line, character } }),
		);
		const kind = /^\((method|property)\)/.test(code) ? "method" : "value";
		const wrong = code === "" || code.length > longest[kind];
		if (wrong) failed++;
		console.log(`${wrong ? "TOO LONG OR NONE" : "ok"} ${code.length} ${name}: ${code}`);
	}
}
server.kill();
process.exitCode = failed > 0 ? 1 : 0;
