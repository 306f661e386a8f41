import type { AskManifest } from '../../model/inventory/manifest.ts';
import { parseGemfile } from './gemfile.ts';

/** Counts the gems of a Gemfile that are not for development and tests alone; what it computes is not counted. */
export const askGemfile: AskManifest = (path, text) => {
  const uses = [...parseGemfile(path, text).asks.values()];
  const shipped = uses.flatMap((all) => all.find(({ scope }) => scope !== 'development') ?? []);
  return { count: shipped.length, line: shipped[0]?.at.line ?? 1 };
};
