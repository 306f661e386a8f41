import { parsePurl } from '../../../base/packages/purl.ts';
import type { AffectedPackage } from '../../../model/anomalies/advisory.ts';
import type { Component } from '../../../model/component.ts';

/** The stream of a module that an RPM package was built in, such as `nodejs:18`, from `rpmmod` or `modularitylabel` in the package URL, as scanners write it. */
export function streamOf({ type, purl }: Component): string | undefined {
  if (type !== 'rpm' || !/rpmmod=|modularitylabel=/.test(purl)) return undefined;
  const { rpmmod, modularitylabel } = parsePurl(purl)?.qualifiers ?? {};
  const [module, stream] = (rpmmod ?? modularitylabel)?.split(':') ?? [];
  return module === undefined || stream === undefined ? undefined : `${module}:${stream}`;
}

/** Whether an advisory's entry speaks of the stream that a package comes from; it may not be told, and other streams count on their own. */
export type StreamMatch = 'same' | 'other' | { readonly unknown: string };

/**
 * Compares the stream that a package is of with the one that a record mends, where what it mends is built in a module. A
 * stream is called by the versions of the package that its module is called by.
 */
export function matchStream(
  own: { readonly version: string; readonly name: string; readonly stream: string | undefined },
  { ranges }: Pick<AffectedPackage, 'ranges'>,
  summary: string | undefined,
): StreamMatch {
  const fixed = ranges.flatMap(({ events }) => events.flatMap((event) => ('fixed' in event ? [event.fixed] : [])));
  const built = fixed.filter(isBuiltInModule);
  if (built.length === 0 || built.length < fixed.length) return 'same';
  const named = /(?:^|\s)([a-z0-9][\w.+-]{0,79}:[\w.-]{1,40})(?=\s)/.exec(summary ?? '')?.[1];
  if (own.stream !== undefined && named !== undefined) return own.stream === named ? 'same' : 'other';
  if (!isBuiltInModule(own.version)) return /\.el\d/.test(own.version) ? 'other' : { unknown: named ?? 'a module' };
  if (built.some((version) => upstreamOf(version) === upstreamOf(own.version))) return 'same';
  const [module, stream = ''] = named?.split(':') ?? [];
  if (module !== own.name || !/^\d+(?:\.\d+){0,3}$/.test(stream)) return { unknown: named ?? 'a module' };
  return `${upstreamOf(own.version)}.`.startsWith(`${stream}.`) ? 'same' : 'other';
}

function isBuiltInModule(version: string): boolean {
  return /\.module[+_]/.test(version);
}

/** Without epoch and release. */
function upstreamOf(version: string): string {
  return version.replace(/^\d+:/, '').replace(/-[^-]*$/, '');
}
