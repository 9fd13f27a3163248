import { evaluate } from "go:wasm_exec";
import { inNode } from "./node.js";

// The toolchain's loader puts `Go`, and where they are missing `fs`, `process` and `path`, on the
// global object, and the Go runtime looks for the latter there while it starts. A page may have anything
// by those names, and one that finds a `process` may take itself for Node: so nothing is put there, and
// nothing but Go sees them. See goLoader in tools/dist.

// In Node, its own process counts, and what a program's author has made global there, as the toolchain
// would have it.
export const { Go, runGo } = evaluate({ __proto__: inNode ? globalThis : null });
