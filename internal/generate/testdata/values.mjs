// Values by chance go to Go and come back, or are refused: see e2e/pages/program/values/play.js. The folder of the built
// program is the first argument, then the first seed, and how many values fit and do not.
import { pathToFileURL } from "node:url";
import { fitting, play, unfit } from "../../../e2e/pages/program/values/play.js";

const [folder, seed, right, wrong] = process.argv.slice(2);
const { default: godeferred } = await import(pathToFileURL(`${folder}/godeferred.mjs`));
const { go } = godeferred;

let failed = "";
try {
	await play((chance) => fitting(go, chance), +seed, +right);
	await play((chance) => unfit(go, chance, {}), +seed, +wrong);
} catch (error) {
	failed = error.message;
}
// The program lives, and nothing of it is left.
const lives = await go.bools(true);
const { pending } = godeferred.inspect();
console.log(failed || `${lives} ${JSON.stringify(pending)}`);
process.exit();
