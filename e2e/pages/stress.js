import { register } from "/stress/tests.js";
import { run, test } from "./lib/test.js";

const module = await WebAssembly.compileStreaming(fetch("/artifacts/stress.wasm"));
register((name, fn) => test(name, fn, { deadline: 120_000 }), module, window.Go);
await run();
