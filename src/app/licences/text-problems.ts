import type { Diagnostic } from '../../model/diagnostic.ts';

/** A licence file that holds more than licences. */
export function tooLarge(path: string, bytes: number): Diagnostic {
  return problem(
    'text-too-large',
    path,
    `${path} was not read for licences: it has ${(bytes / 2 ** 20).toFixed(1)} MiB`,
  );
}

/** A licence file in no encoding of text that is known. */
export function noText(path: string): Diagnostic {
  return problem('text-unreadable', path, `${path} was not read for licences: it is no text`);
}

function problem(rule: string, file: string, message: string): Diagnostic {
  return {
    rule: `licences/${rule}`,
    severity: 'warning',
    message,
    place: { file },
    help: 'Read it by hand and write what it says to soup/licences.yaml.',
  };
}

/** More licence files than a product has. */
export function tooMany(count: number, most: number): Diagnostic {
  return {
    rule: 'licences/text-too-many',
    severity: 'warning',
    message: `of ${count} licence files the first ${most} were read`,
    place: { file: 'tureen.yaml' },
    help: 'List what is no part of the product under `ignore` in tureen.yaml.',
  };
}
