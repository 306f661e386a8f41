import type { Block, Document } from '../model/document.ts';
import type { Writer } from '../model/plugs/writer.ts';
import { anchorsOf, type Anchors } from './anchors.ts';
import { htmlBlock } from './html-block.ts';
import { htmlLook } from './html-look.ts';
import { escape, flowing, idOf, type Heading } from './html-text.ts';
import { visibleLine, visibleText } from './visible-text.ts';

/** The look on a screen: one HTML file that needs nothing else, runs nothing, and prints well. */
export const html: Writer = {
  name: 'html',
  title: 'HTML, one file for any browser',
  extension: 'html',
  gives: 'file',
  write: (document) => {
    const anchors = anchorsOf(document);
    const headings = numbered(document, anchors);
    let above = noHeading;
    const blocks = document.blocks.map((block) => htmlBlock(block, (above = headings.get(block) ?? above), anchors));
    return page(document, headings, blocks.join('\n'));
  },
};

const noHeading: Heading = { number: '', id: '' };

type Headings = ReadonlyMap<Block, Heading>;

/** Counts headings as 1, 1.1, 1.1.1; each has an id, for the contents lead to all of them. */
function numbered({ blocks }: Document, anchors: Anchors): Headings {
  const counters = [0, 0, 0];
  const headings = new Map<Block, Heading>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    counters[block.level - 1] = (counters[block.level - 1] ?? 0) + 1;
    counters.fill(0, block.level);
    const number = counters.slice(0, block.level).join('.');
    const own = block.anchor !== undefined && anchors.place(block.anchor) ? block.anchor : undefined;
    headings.set(block, { number, id: own === undefined ? `heading-${number}` : idOf(own) });
  }
  return headings;
}

/** The policy forbids everything but the style in the page itself, also to a text that would slip through. */
function page({ title, subtitle, facts, orientation, blocks }: Document, headings: Headings, content: string): string {
  const name = escape(visibleLine(title));
  const about = escape(visibleLine(subtitle));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Tureen">
<title>${name}: ${about}</title>
<style>${htmlLook(orientation)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<h1>${name}</h1>
<p class="subtitle">${about}</p>
<dl>
${facts.map(({ label, value }) => `<div><dt>${escape(visibleLine(label))}</dt><dd>${flowing(visibleText(value))}</dd></div>`).join('\n')}
</dl>
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
${blocks.flatMap((block) => contentsEntry(block, headings) ?? []).join('\n')}
</ol>
</nav>
<main id="content">
${content}
</main>
</body>
</html>
`;
}

function contentsEntry(block: Block, headings: Headings): string | undefined {
  const heading = headings.get(block);
  if (block.kind !== 'heading' || heading === undefined || block.level === 3) return undefined;
  return `<li class="level-${block.level}"><a href="#${encodeURIComponent(heading.id)}"><span>${heading.number}</span> ${escape(visibleLine(block.text))}</a></li>`;
}
