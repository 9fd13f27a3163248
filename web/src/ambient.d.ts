// What the build puts in: see tools/dist.

/** A hash of all that went into the build. */
declare const GODEFERRED_BUILD: string;

/** The version of the release. */
declare const GODEFERRED_VERSION: string;

/** Node's folder of the file, in a CommonJS module. */
declare const __dirname: string | undefined;

declare const process: { versions?: { node?: string } } | undefined;

declare module "go:wasm_exec" {
	/** Evaluates the loader of the Go toolchain that built the wasm; `seen` is what it finds among the globals. */
	export function evaluate(seen: Record<string, unknown>): {
		Go: new () => any;
		/** The globals that a Go program needs while it starts. */
		lent: Record<string, unknown>;
		/** Calls fn while Go, and nobody else, sees these among the globals. */
		pretend<T>(globals: Record<string, unknown>, fn: () => T): T;
	};
}

declare module "node:fs/promises" {
	export function readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
}
