// Instances of Go types in a worker (internal/generate/testdata/classes).

import godeferred from "/dist/godeferred.mjs";
import { instances } from "./instances.js";

const counter = new godeferred.go.Counter(40);
const sum = counter.add(2);
instances(godeferred, { counter, sum });
await godeferred.load({ wasm: "/artifacts/classes.wasm", worker: true });
