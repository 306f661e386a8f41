import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { InitOutput } from '@myriaddreamin/typst-ts-web-compiler';
import type { Typesetter } from '../../app/host.ts';
import { HostError } from '../../base/errors.ts';
import { fontCoverage } from './font-coverage.ts';

/**
 * Sets Typst markup with the compiler in WebAssembly and the fonts that come with the product. The compiler is
 * given no network and no files: what the markup does not hold, it cannot reach.
 */
export const typesetter: Typesetter = {
  pdf: async (markup, made) => {
    const { default: load, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler');
    const room = await load({ module_or_path: readInstalled('@myriaddreamin/typst-ts-web-compiler/wasm') });
    growOnce(room, markup.length * takenForEach);
    const fonts = faces.map((face) => readInstalled(`@expo-google-fonts/source-sans-3/${face}.ttf`));
    const builder = new TypstCompilerBuilder();
    builder.set_dummy_access_model();
    for (const font of fonts) await builder.add_raw_font(font);
    const compiler = await builder.build();
    compiler.add_source('/main.typ', `${dated(made)}${spellOutMissing(markup, fonts)}`);
    const world = compiler.snapshot('/', '/main.typ');
    const outcome: unknown = world.get_artifact(pdfFormat, fullDiagnostics);
    world.free();
    compiler.reset();
    compiler.free();
    return pdfOf(outcome);
  },
};

const pdfFormat = 1;
const fullDiagnostics = 3;

/** Bytes that Typst takes for each character of a markup, and at most: what is never used is only kept free, not taken. */
const takenForEach = 640;
const mostAtOnce = 2 ** 30;

const faces = [
  '400Regular/SourceSans3_400Regular',
  '400Regular_Italic/SourceSans3_400Regular_Italic',
  '600SemiBold/SourceSans3_600SemiBold',
  '700Bold/SourceSans3_700Bold',
];

function readInstalled(specifier: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(createRequire(import.meta.url).resolve(specifier)));
  } catch (error) {
    throw new HostError(
      `a part of the PDF typesetter is missing: ${specifier}`,
      'Install the product again, with its dependencies; or write html instead.',
      error,
    );
  }
}

/**
 * Lets the compiler ask for its memory in one piece. It would grow by a page of 64 kB each time, and each time V8 looks
 * for garbage, which takes longer than the typesetting.
 */
function growOnce(room: InitOutput, bytes: number): void {
  const wanted = Math.min(bytes, mostAtOnce);
  try {
    room.__wbindgen_export4(room.__wbindgen_export(wanted, 8), wanted, 8);
  } catch {
    // There is not so much at once: the compiler grows in its own steps, until it has what it needs.
  }
}

/** The day is the only time in the PDF: the same markup gives the same bytes all day. */
function dated(made: Date): string {
  const [year, month, day] = [made.getUTCFullYear(), made.getUTCMonth() + 1, made.getUTCDate()];
  return `#set document(date: datetime(year: ${year}, month: ${month}, day: ${day}))\n`;
}

/** A character that no face can draw would be an empty box; its code point can be read. */
function spellOutMissing(markup: string, fonts: readonly Uint8Array[]): string {
  const coverages = fonts.map(fontCoverage);
  return markup.replace(/[^\0-\x7f]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return coverages.every((coverage) => coverage.has(code))
      ? character
      : `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

function pdfOf(outcome: unknown): Uint8Array {
  if (typeof outcome === 'object' && outcome !== null && 'result' in outcome && outcome.result instanceof Uint8Array) {
    return outcome.result;
  }
  throw new Error(`Typst refuses the markup: ${JSON.stringify(outcome)}`);
}
