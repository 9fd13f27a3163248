import { defineConfig } from "vite";

export default defineConfig({
	base: "/shop/",
	build: { rollupOptions: { input: ["index.html", "program.html"] } },
});
