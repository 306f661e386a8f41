import type { VexAction } from '../../model/vex/vex-document.ts';
import { responses, type VexResponse } from '../../model/vex/vex.ts';

/**
 * Writes what is done as one text, for formats without a place for responses and day:
 * `[update, due 2026-12-11] Rebuild of the image`. A text that begins in that way itself gets an empty bracket before it.
 */
export function actionText({ responses: words, due, text }: VexAction): string {
  const facts = [...words, ...(due === undefined ? [] : [`due ${due}`])];
  if (facts.length > 0) return `[${facts.join(', ')}] ${text}`;
  return bracketIn(text) === undefined ? text : `[] ${text}`;
}

/** Reads what `actionText` wrote; any other text is the action itself. */
export function readActionText(text: string): VexAction {
  const facts = bracketIn(text);
  if (facts === undefined) return { responses: [], text };
  const due = facts.find((fact) => fact.startsWith('due '))?.slice('due '.length);
  return { responses: facts.filter(isResponse), text: text.slice(text.indexOf('] ') + 2), due };
}

/** What stands in the bracket that a text begins with; `undefined` where it is none of ours. */
function bracketIn(text: string): readonly string[] | undefined {
  const inner = /^\[([a-z0-9_ ,-]{0,200})\] /.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const facts = inner === '' ? [] : inner.split(', ');
  return facts.every((fact) => isResponse(fact) || /^due \d{4}-\d{2}-\d{2}$/.test(fact)) ? facts : undefined;
}

function isResponse(word: string): word is VexResponse {
  return responses.some((response) => response === word);
}
