// Starts the program that the README builds, and calls its function, in Node.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import godeferred from "./static/godeferred.mjs";

const server = createServer((_request, response) => {
	response.setHeader("Content-Type", "application/json");
	response.end(JSON.stringify({ title: "the news" }));
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

await godeferred.load({ wasm: await readFile(new URL("static/app.wasm", import.meta.url)) });
const news = await godeferred.go.news(`http://127.0.0.1:${server.address().port}/news.json`);
console.log(news.title);
process.exit(0); // the program would keep Node alive
