import { fileURLToPath } from "node:url";

export default {
	mode: "production",
	entry: { main: "./src/main.js", program: "./src/program.js" },
	output: { path: fileURLToPath(new URL("dist", import.meta.url)) },
};
