import { host } from "../program/host.js";
import { teams } from "../program/team.js";
import { workerOf } from "../program/worker.js";

// What a program in a worker needs beside the script, in the page and in the worker: both import it. It is a file of
// its own because most pages have no such worker. The script passes its own functions in (kit.js), so this file has
// no second copy of what has a state.

export { host, teams, workerOf };
