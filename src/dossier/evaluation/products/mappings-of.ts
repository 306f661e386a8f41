import { createHash } from 'node:crypto';
import { compareText } from '../../../base/compare.ts';
import { packageOf } from '../../../base/packages/purl.ts';
import type { Component } from '../../../model/component.ts';
import type { Filed } from '../../../model/filed.ts';
import type { SoupItem } from '../../../model/records/soup-item.ts';
import type { CpeMappings } from './mapped-component.ts';

/** The products that people confirmed, by package, whichever items they stand in. */
export function mappingsOf(items: readonly Pick<Filed<SoupItem>, 'record'>[]): CpeMappings {
  const mappings = items.map(({ record }) => [packageOf(record.soup), record.cpe ?? []] as const);
  return new Map(
    [...Map.groupBy(mappings, ([soup]) => soup)].map(([soup, same]) => [soup, same.flatMap(([, cpe]) => cpe)]),
  );
}

/** Binds an evaluation to what the packages in it were confirmed to be; `undefined` where nobody confirmed anything of them. */
export function hashMappings(components: readonly Component[], mappings: CpeMappings): string | undefined {
  const soups = new Set(components.filter(({ firstParty }) => !firstParty).map(({ purl }) => packageOf(purl)));
  const lines = [...mappings].flatMap(([soup, confirmed]) =>
    soups.has(soup)
      ? confirmed.map(({ vendor, product, targetSoftware = '*' }) =>
          JSON.stringify([soup, vendor, product, targetSoftware]),
        )
      : [],
  );
  if (lines.length === 0) return undefined;
  const text = [...new Set(lines)].toSorted(compareText).join('\n');
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
