import {
	EditorState,
	EditorView,
	HighlightStyle,
	StateEffect,
	StateField,
	Decoration,
	bracketMatching,
	closeBrackets,
	closeBracketsKeymap,
	defaultKeymap,
	drawSelection,
	highlightActiveLine,
	highlightActiveLineGutter,
	highlightSpecialChars,
	history,
	historyKeymap,
	indentOnInput,
	indentUnit,
	javascript,
	keymap,
	lineNumbers,
	syntaxHighlighting,
	tags,
} from "/vendor/codemirror.js";

// Colours are the site's variables, which reach into the shadow root: the editor follows the theme by itself.
const look = EditorView.theme({
	"&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--raised)" },
	"&.cm-focused": { outline: "none" },
	".cm-scroller": { fontFamily: "var(--mono)", fontSize: "0.875rem", lineHeight: "1.6" },
	".cm-content": { padding: "0.75rem 0", caretColor: "var(--ink)" },
	".cm-line": { padding: "0 1rem 0 0.5rem" },
	".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
	".cm-gutters": { backgroundColor: "var(--raised)", color: "var(--quiet)", border: "none" },
	".cm-lineNumbers .cm-gutterElement": { padding: "0 0.5rem 0 0.9rem", minWidth: "2.6rem" },
	".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--sunk) 60%, transparent)" },
	".cm-activeLineGutter": { backgroundColor: "var(--sunk)", color: "var(--ink)" },
	"&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
		background: "color-mix(in srgb, var(--accent) 28%, transparent)",
	},
	".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
		backgroundColor: "var(--sunk)",
		outline: "1px solid var(--edge)",
	},
	".marked": { backgroundColor: "color-mix(in srgb, var(--accent) 18%, transparent)" },
	".wrong": { backgroundColor: "var(--bad-paper)", boxShadow: "inset 3px 0 0 var(--bad)" },
});

const colours = HighlightStyle.define([
	{ tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
	{ tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--code-string)" },
	{ tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
	{ tag: tags.comment, color: "var(--code-comment)", fontStyle: "italic" },
	{ tag: tags.function(tags.propertyName), color: "var(--code-name)" },
	{ tag: tags.function(tags.variableName), color: "var(--code-name)" },
]);

/** Marks one line, or none. @type {any} */
const mark = StateEffect.define();
const marked = StateField.define({
	create: () => Decoration.none,
	update(marks, change) {
		// A mark is of the code that ran: an edit makes it wrong.
		if (change.docChanged) marks = Decoration.none;
		for (const effect of change.effects) {
			if (!effect.is(mark)) continue;
			const { line, kind } = effect.value;
			marks = line
				? Decoration.set([Decoration.line({ class: kind }).range(change.state.doc.line(line).from)])
				: Decoration.none;
		}
		return marks;
	},
	provide: (field) => EditorView.decorations.from(field),
});

/**
 * Puts CodeMirror in the place of a text area.
 *
 * In a shadow root, its styles are constructed style sheets: in the document it would add style elements, which the
 * site's policy refuses.
 *
 * @param {HTMLElement} place @param {HTMLTextAreaElement} area
 * @param {{run: () => void, changed: () => void}} does
 */
export function openEditor(place, area, does) {
	const root = place.attachShadow({ mode: "open" });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(":host { display: block; height: 100% }");
	root.adoptedStyleSheets = [sheet];
	const state = (/** @type {string} */ code) =>
		EditorState.create({
			doc: code,
			extensions: [
				lineNumbers(),
				highlightActiveLineGutter(),
				highlightSpecialChars(),
				history(),
				drawSelection(),
				indentOnInput(),
				indentUnit.of("  "),
				EditorState.tabSize.of(2),
				bracketMatching(),
				closeBrackets(),
				highlightActiveLine(),
				javascript(),
				syntaxHighlighting(colours),
				look,
				marked,
				EditorView.lineWrapping,
				EditorView.contentAttributes.of({
					"aria-label": area.labels[0].textContent.trim(),
					"aria-description": "Tab leaves the editor. Ctrl+Enter runs the code.",
					autocapitalize: "off",
					tabindex: "0", // it has the focus by itself; this says so to tools
				}),
				EditorView.updateListener.of((update) => update.docChanged && does.changed()),
				// Tab is not among the keys: it must lead out of the editor.
				keymap.of([
					{
						key: "Mod-Enter",
						run() {
							does.run();
							return true;
						},
					},
					...closeBracketsKeymap,
					...defaultKeymap.filter(({ key }) => key !== "Mod-Enter"),
					...historyKeymap,
				]),
			],
		});
	const view = new EditorView({ state: state(area.value), parent: root, root });
	if (document.activeElement === area) view.focus();
	area.hidden = true;
	return {
		get code() {
			return view.state.doc.toString();
		},
		/** Also forgets the history: undo must not bring the last example back. */
		set code(code) {
			view.setState(state(code));
		},
		focus: () => view.focus(),
		/** @param {number | null} line from 1 @param {"marked" | "wrong"} kind */
		mark(line, kind) {
			const is = line && line <= view.state.doc.lines ? line : null;
			view.dispatch({ effects: mark.of({ line: is, kind }) });
		},
		/** @param {number} line */
		goTo(line) {
			const { doc } = view.state;
			const { from } = doc.line(Math.min(line, doc.lines));
			view.dispatch({
				selection: { anchor: from },
				effects: EditorView.scrollIntoView(from, { y: "center" }),
			});
			view.focus();
		},
	};
}
