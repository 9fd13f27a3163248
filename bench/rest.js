// Between two visits: lets the one before go, garbage and all, and asks where to go next.

import { quiet } from "./environment.js";

await quiet();
await quiet();
const next = await fetch("/start/next", { method: "POST" });
if (next.status === 200) location.replace(await next.text());
