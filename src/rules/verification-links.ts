import { asksLeast } from '../base/classes/asks-least.ts';
import type { Dossier } from '../model/dossier.ts';
import type { KeyPlace } from '../model/place.ts';
import type { Standing, TraceLink } from '../model/trace.ts';
import { onlyClassA } from './only-class-a.ts';

/** A link to a test or document, written at a key of a record. */
export type VerificationLink = TraceLink & { readonly standing: Standing; readonly place: KeyPlace };

/** Where a name under `verifiedBy` stands: at a requirement, or at a control. */
export type Verified = 'requirement' | 'control';

/** The links to tests and documents that clauses of classes B and C ask for: items of class A are left out. */
export function verificationLinks(dossier: Dossier, wanted: Verified): readonly VerificationLink[] {
  if (onlyClassA(dossier)) return [];
  const { trace, items } = dossier;
  const short = new Set(items.filter((item) => asksLeast(item.class)).map(({ filed }) => filed.file));
  return trace.links.filter(
    (link): link is VerificationLink =>
      link.standing !== undefined &&
      'keyPath' in link.place &&
      !short.has(link.place.file) &&
      (link.place.keyPath[0] === 'requirements') === (wanted === 'requirement'),
  );
}

/** What is wrong with a result that is missing, failed or skipped; `undefined` where it is neither. */
export function lackOf({ to, standing }: VerificationLink): string | undefined {
  if (standing.kind === 'missing') return `no result of ${to} is recorded`;
  if (standing.kind === 'failed') return `${to} failed on ${standing.on} (${standing.source})`;
  return standing.kind === 'skipped' ? `${to} was skipped on ${standing.on} (${standing.source})` : undefined;
}
