import type { Document } from '../model/document.ts';

/** The style sheet; every pair of text and ground has a contrast of at least 4.5, by day and by night. */
export function htmlLook(orientation: Document['orientation']): string {
  return `${look}@page { size: A4 ${orientation}; margin: 16mm; }\n`;
}

const light = `
  --ink: #1c2733; --quiet: #55606c; --paper: #ffffff; --tint: #eef3f7; --rule: #d3dbe2; --accent: #12507b;
  --good: #17663a; --good-paper: #e9f5ee; --doubt: #8a4b00; --doubt-paper: #fdf3e1; --bad: #a81c1c; --bad-paper: #fcebea;
`;

const look = `
:root { ${light} }
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e3e9ef; --quiet: #a3afbb; --paper: #12181f; --tint: #1c2630; --rule: #344150; --accent: #84c3ee;
    --good: #7fd3a0; --good-paper: #14301f; --doubt: #f0b765; --doubt-paper: #362710; --bad: #ff9d96; --bad-paper: #3b1a19;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 3rem; }
body {
  margin: 0; padding: 2.5rem 2rem 4rem; display: grid; gap: 0 2.5rem; max-width: 112rem;
  grid-template: "head head" auto "nav main" auto / 15rem minmax(0, 1fr);
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Source Sans 3", "Source Sans Pro", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.4rem 0.8rem; }
header { grid-area: head; padding-bottom: 1.5rem; margin-bottom: 2rem; border-bottom: 3px solid var(--accent); }
nav { grid-area: nav; position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 0.5rem 0 1rem; font-size: 0.9rem; }
main { grid-area: main; min-width: 0; }
h1, h2, h3, h4 { line-height: 1.2; font-weight: 650; color: var(--accent); overflow-wrap: anywhere; }
h1 { font-size: 2.4rem; margin: 0; }
h2 { font-size: 1.7rem; margin: 3rem 0 1rem; }
h3 { font-size: 1.25rem; margin: 2.4rem 0 0.8rem; }
h4 { font-size: 1rem; margin: 1.6rem 0 0.6rem; color: var(--ink); }
main > :first-child { margin-top: 0; }
h2 span, h3 span, h4 span { color: var(--quiet); font-weight: 400; margin-right: 0.3em; }
nav h2 { font-size: 1rem; margin: 0 0 0.5rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 0.15rem 0; color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
nav a:hover, nav a:focus { color: var(--accent); text-decoration: underline; }
nav a span { color: var(--quiet); margin-right: 0.3em; }
nav .level-1 { font-weight: 650; margin-top: 0.5rem; }
nav .level-2 { padding-left: 1rem; }
.subtitle { font-size: 1.25rem; margin: 0.3rem 0 1.5rem; color: var(--quiet); }
a { color: var(--accent); }
p, dd, li, th, td { white-space: pre-line; }
p, dt, dd, li, th, td { overflow-wrap: break-word; }
time { white-space: nowrap; } code { overflow-wrap: anywhere; } :is(th, td):has(code) { min-width: 6.5rem; }
main p, main li { max-width: 75ch; }
dl { margin: 1rem 0; }
dl div { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 1rem; padding: 0.35rem 0.5rem; border-bottom: 1px solid var(--rule); }
header dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(28rem, 1fr)); column-gap: 3rem; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; min-width: 54rem; font-size: 0.875rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.5rem; min-width: 4rem; border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { background: var(--tint); font-weight: 650; overflow-wrap: break-word; }
tbody tr:hover { background: var(--tint); }
code { font-family: "Source Code Pro", ui-monospace, "SFMono-Regular", Consolas, "DejaVu Sans Mono", monospace; font-size: 0.92em; }
:target { outline: 2px solid var(--accent); outline-offset: 3px; }
.quiet { color: var(--quiet); } .good { color: var(--good); } .doubt { color: var(--doubt); } .bad { color: var(--bad); }
.mark { font-weight: 650; }
pre { margin: 1rem 0; padding: 0.8rem 1rem; background: var(--tint); white-space: pre-wrap; overflow-wrap: anywhere; font: 0.8rem/1.45 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
.notice { padding: 0.6rem 0.9rem; border-left: 4px solid currentColor; background: var(--tint); max-width: none; }
.notice.good { background: var(--good-paper); } .notice.doubt { background: var(--doubt-paper); } .notice.bad { background: var(--bad-paper); }
@media screen and (min-width: 100rem) {
  .table { overflow: visible; } thead th { position: sticky; top: 0; }
}
@media screen and (max-width: 64rem) {
  body { padding: 1.25rem; grid-template: "head" auto "nav" auto "main" auto / minmax(0, 1fr); }
  nav { position: static; max-height: none; margin-bottom: 1.5rem; }
  header dl, dl div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  th:first-child { position: sticky; left: 0; background: var(--paper); } thead th:first-child { background: var(--tint); }
}
@media print {
  :root { color-scheme: light; ${light} }
  body { display: block; padding: 0; font-size: 9.5pt; }
  .skip { display: none; }
  nav { position: static; max-height: none; break-after: page; }
  .table { overflow: visible; } table { min-width: 0; font-size: 8pt; } th, td { overflow-wrap: anywhere; }
  tr, dl div { break-inside: avoid; } thead { display: table-header-group; }
  h2, h3, h4 { break-after: avoid; }
}
`;
