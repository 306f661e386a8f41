import { inflateSync } from 'node:zlib';

/**
 * The text of each page of a PDF as our typesetter writes it (PDF 1.7, composite fonts with ToUnicode), for tests.
 * White space is left out, for it is drawn as often as it is skipped.
 */
export function pdfPages(pdf: Uint8Array): readonly string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  return pages.map((page) => {
    const fonts = new Map(
      [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, charactersOf(objects, id)]),
    );
    const content = contentOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '');
    return textOf(content, fonts).replace(/\s/g, '');
  });
}

type Characters = ReadonlyMap<number, string>;

function objectsOf(file: string): ReadonlyMap<string, string> {
  return new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
}

function contentOf(body: string): string {
  const stream = /\nstream\r?\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '';
  return body.includes('/FlateDecode') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream;
}

function charactersOf(objects: ReadonlyMap<string, string>, font: string): Characters {
  const map = contentOf(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1] ?? '') ?? '');
  return new Map(
    [...map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)].map(([, glyph = '', units = '']) => [
      Number.parseInt(glyph, 16),
      String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
    ]),
  );
}

function textOf(content: string, fonts: ReadonlyMap<string, Characters>): string {
  let font: Characters | undefined;
  let text = '';
  for (const [, name, literal, hexadecimal] of content.matchAll(tokens)) {
    if (name !== undefined) font = fonts.get(name);
    const bytes =
      hexadecimal === undefined ? unescape(literal ?? '') : Buffer.from(hexadecimal, 'hex').toString('latin1');
    for (let at = 0; at + 1 < bytes.length; at += 2) {
      text += font?.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '';
    }
  }
  return text;
}

/** A change of font, a literal string, in which pairs of parentheses may stand bare, or a hexadecimal one. */
const tokens =
  /\/(f\d+) [\d.]+ Tf|\(((?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()]|\((?:\\[^]|[^\\()])*\))*\))*)\)|<([0-9A-Fa-f]{2,})>/g;

function unescape(string: string): string {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return string.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (letters[code] ?? code),
  );
}
