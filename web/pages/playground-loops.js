import { javascriptLanguage } from "/vendor/codemirror.js";

/** The function that guarded loops call; the frame defines it (playground-frame.js). */
export const TURN = "playgroundTurn";

const loops = new Set(["ForStatement", "WhileStatement", "DoStatement"]);

/**
 * The code with a call at the start of each turn of each loop. The call ends a loop that would freeze the page: not every
 * browser gives the frame a process of its own, so the Stop button might freeze with it. Lines keep their numbers.
 *
 * Code with mistakes of syntax stays as it is: the browser's message is better than ours would be.
 *
 * @param {string} code
 */
export function guardLoops(code) {
	/** @type {{at: number, text: string, order: number}[]} */
	const inserts = [];
	let broken = false;
	javascriptLanguage.parser.parse(code).iterate({
		enter({ node }) {
			if (node.type.isError) broken = true;
			if (!loops.has(node.name)) return;
			const body = node.name === "DoStatement" ? node.firstChild?.nextSibling : node.lastChild;
			if (!body) return;
			const line = code.slice(0, node.from).split("\n").length;
			const call = `${TURN}(${line});`;
			if (body.name === "Block") {
				inserts.push({ at: body.from + 1, text: call, order: 0 });
			} else {
				inserts.push({ at: body.from, text: `{${call}`, order: node.from });
				inserts.push({ at: body.to, text: "}", order: -node.from });
			}
		},
	});
	if (broken) return code;
	// From the end, so that earlier places stay right. Nested loops without braces end at the same place.
	inserts.sort((a, b) => b.at - a.at || b.order - a.order);
	for (const { at, text } of inserts) code = code.slice(0, at) + text + code.slice(at);
	return code;
}
