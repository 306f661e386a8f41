import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Filed } from '../../model/filed.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';

/** Files that are named as the record of an item and are about it: one that belongs to no item says nothing, and that is told. */
export function strayFiles(
  named: readonly { readonly file: string; readonly soup: string }[],
  items: readonly Filed<SoupItem>[],
  files: ReadonlyMap<string, unknown>,
): readonly Diagnostic[] {
  return named.flatMap(({ file, soup }): Diagnostic[] => {
    const itemFile = file.replace(/^soup\/[^/]+\/(.*)\.[a-z]+$/, 'soup/items/$1.yaml');
    const item = items.find((one) => one.file === itemFile);
    if (item === undefined && !files.has(itemFile)) {
      const message = `${file} belongs to no SOUP item: there is no ${itemFile}`;
      return [{ rule: 'records/stray-file', severity: 'error', message, place: { file }, help }];
    }
    if (item === undefined || item.record.soup === soup) return [];
    const message = `${file} is about ${soup}, and ${itemFile} about ${item.record.soup}`;
    return [{ rule: 'records/stray-file', severity: 'error', message, place: { file, keyPath: ['soup'] }, help }];
  });
}

const help = 'Name the file as the record of its item, or take it away.';
