// All scenarios, by area.

import { animations } from "./animations.js";
import { byChance } from "./chance.js";
import { caches } from "./caches.js";
import { combining } from "./combining.js";
import { events } from "./events.js";
import { requests } from "./requests.js";

/** @type {Record<string, import("./play.js").Scenario[]>} */
export const scenarios = { requests, animations, events, caches, combining, chance: byChance };
