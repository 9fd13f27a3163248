// The panel's style, for a constructable stylesheet: policies that forbid inline styles allow it. The page's own rules
// reach the host element only, and there an important rule of ours is stronger than any of the page's.

export const style = `
:host {
	all: initial !important;
	color-scheme: light !important;
	display: block !important;
	position: fixed !important;
	z-index: 2147483647 !important;
	inset: auto 0 0 0 !important;
	block-size: var(--size, max(320px, 40vh)) !important;
	max-block-size: 90vh !important;
	contain: layout style !important;
	direction: ltr !important;
}
:host([data-dock="right"]) {
	inset: 0 0 0 auto !important;
	block-size: auto !important;
	max-block-size: none !important;
	inline-size: var(--size, 480px) !important;
	max-inline-size: 95vw !important;
}
.panel {
	--paper: #fbfcfc; --raised: #fff; --sunk: #eef3f4; --ink: #17232a; --quiet: #4d5f68; --line: #cfdadd;
	--edge: #74868e; --accent: #0c5c6b; --on-accent: #fff; --good: #1c6b45; --bad: #a3281e; --warn: #7a5200;
	--sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
	--mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
	:host { color-scheme: dark !important; }
	.panel {
		--paper: #10171a; --raised: #172024; --sunk: #1c272c; --ink: #e4ecee; --quiet: #a3b4ba; --line: #2f3e44;
		--edge: #7d9098; --accent: #79cfdc; --on-accent: #06272d; --good: #7fd0a4; --bad: #ff9d90; --warn: #f0c674;
	}
}
@media print { :host { display: none !important; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.panel {
	position: absolute; inset: 0; display: grid; grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
	background: var(--paper); color: var(--ink); font: 13px/1.4 var(--sans);
	border-block-start: 1px solid var(--edge);
}
:host([data-dock="right"]) .panel { border-block-start: 0; border-inline-start: 1px solid var(--edge); }
.grip { position: absolute; inset: 0 0 auto 0; block-size: 7px; cursor: ns-resize; touch-action: none; z-index: 1; }
:host([data-dock="right"]) .grip { inset: 0 auto 0 0; block-size: auto; inline-size: 7px; cursor: ew-resize; }
.bar { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; padding: 8px 10px 6px; }
.brand { font-weight: 600; margin: 0; font-size: 13px; }
.spring { flex: 1; }
input {
	flex: 0 1 220px; min-inline-size: 90px; font: inherit; color: inherit; background: var(--raised);
	border: 1px solid var(--edge); border-radius: 4px; padding: 3px 8px; min-block-size: 28px;
}
input::placeholder { color: var(--quiet); opacity: 1; }
button {
	font: inherit; color: inherit; background: var(--raised); border: 1px solid var(--edge); border-radius: 4px;
	padding: 3px 10px; min-block-size: 28px; cursor: pointer;
}
button:hover { border-color: var(--accent); color: var(--accent); }
button[aria-pressed="true"] { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.grip:hover, .grip:focus-visible { background: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.list:focus-visible, .details:focus-visible { outline-offset: -2px; }
.tabs { display: flex; gap: 2px; padding: 0 8px; border-block-end: 1px solid var(--line); overflow-x: auto; }
.tabs button {
	border: 0; border-radius: 0; background: none; border-block-end: 3px solid transparent; padding: 3px 9px; white-space: nowrap;
	color: var(--quiet);
}
.tabs button:focus-visible { outline-offset: -2px; }
.tabs button[aria-selected="true"] { color: var(--ink); font-weight: 600; border-block-end-color: var(--accent); }
.tabs .count { font-weight: 400; color: var(--quiet); font-variant-numeric: tabular-nums; }
.body { display: grid; grid-template-columns: minmax(0, 3fr) minmax(220px, 2fr); min-block-size: 0; }
:host([data-dock="right"]) .body { grid-template: minmax(0, 3fr) minmax(0, 2fr) / minmax(0, 1fr); }
.view { position: relative; min-block-size: 0; min-inline-size: 0; display: grid; }
.list { overflow: auto; min-block-size: 0; position: relative; overflow-anchor: none; }
.space { position: relative; }
.row {
	position: absolute; inset-inline: 0; inset-block-start: 0; block-size: 28px; display: grid;
	grid-template-columns: minmax(150px, 1.2fr) minmax(80px, 2fr) minmax(0, 1.6fr) 76px; gap: 0 10px; align-items: center;
	padding: 0 10px; cursor: default; border-block-end: 1px solid var(--sunk);
}
.row > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.row:hover { background: var(--sunk); }
.row[aria-selected="true"] { background: var(--sunk); box-shadow: inset 3px 0 var(--accent); }
.twist { display: inline-block; inline-size: 14px; cursor: pointer; color: var(--quiet); }
.shape { display: inline-block; inline-size: 18px; text-align: center; }
.hear { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.kind { font-weight: 500; }
.what, .value, code, .stack, .label { font-family: var(--mono); font-size: 12px; }
.what, .value { color: var(--quiet); }
.time { text-align: end; font-variant-numeric: tabular-nums; color: var(--quiet); }
[data-state="resolved"] .shape { color: var(--good); }
[data-state="rejected"] .shape, [data-state="rejected"] .value { color: var(--bad); }
[data-state="aborted"] .shape { color: var(--warn); }
.details { overflow: auto; padding: 8px 12px 12px; border-inline-start: 1px solid var(--line); background: var(--raised); min-block-size: 0; }
:host([data-dock="right"]) .details { border-inline-start: 0; border-block-start: 1px solid var(--line); }
.head { display: flex; gap: 10px; align-items: center; justify-content: space-between; min-block-size: 28px; }
h2 { font-size: 14px; margin: 0; }
.label { margin: 4px 0 0; overflow-wrap: anywhere; }
.abort { color: var(--bad); border-color: var(--bad); }
.abort:hover { color: var(--on-accent); background: var(--bad); border-color: var(--bad); }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 12px; margin: 8px 0 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
ol { margin: 0; padding-inline-start: 18px; }
.stack { padding: 0; list-style: none; }
a { color: var(--accent); }
.ref { min-block-size: 24px; padding: 0 6px; margin: 0 4px 2px 0; }
.empty { color: var(--quiet); margin: 0; padding: 12px; }
.details .empty { padding: 4px 0; }
.status { padding: 4px 10px; border-block-start: 1px solid var(--line); color: var(--quiet); font-size: 12px; min-block-size: 26px; overflow-wrap: anywhere; }
@media (max-width: 640px) {
	.body, :host([data-dock="right"]) .body { grid-template: minmax(0, 3fr) minmax(0, 2fr) / minmax(0, 1fr); }
	.details { border-inline-start: 0; border-block-start: 1px solid var(--line); }
	.row { grid-template-columns: minmax(110px, 1fr) minmax(60px, 1.2fr) 64px; }
	.body:has(> .details > .empty), :host([data-dock="right"]) .body:has(> .details > .empty) { grid-template: minmax(0, 1fr) / minmax(0, 1fr); }
	.details:has(> .empty) { display: none; }
	.row .value { display: none; }
	.brand { display: none; }
	input { flex: 1 1 90px; }
	.spring { display: none; }
	.bar { gap: 6px; }
	.bar button { padding: 3px 7px; }
}
@media (forced-colors: active) {
	.row[aria-selected="true"] { outline: 2px solid Highlight; outline-offset: -2px; }
	.tabs button[aria-selected="true"] { border-block-end-color: Highlight; }
	button[aria-pressed="true"] { border: 3px double ButtonText; }
}
`;
