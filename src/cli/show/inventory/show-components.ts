import { counted } from '../../../base/counted.ts';
import type { Component } from '../../../model/component.ts';
import type { Look } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { showTable } from '../show-table.ts';

/**
 * Shows components in a table. In a terminal they stand below the file that they were found in, so that names, versions and
 * lines have room; elsewhere each row is whole, for another program reads it.
 */
export function showComponents(components: readonly Component[], look: Look): string {
  return look.width === Number.POSITIVE_INFINITY ? flat(components, look) : byFile(components, look);
}

function flat(components: readonly Component[], look: Look): string {
  const rows = components.map((component) => [
    safeText(component.name),
    versionOf(component),
    component.type,
    useOf(component),
    component.relation,
    `${safeText(placeOf(component))}${moreOf(component)}`,
  ]);
  return showTable(['name', 'version', 'type', 'use', 'relation', 'found at'], rows, look);
}

function byFile(components: readonly Component[], look: Look): string {
  const groups = [...Map.groupBy(components, ({ foundAt }) => foundAt[0]?.file ?? 'no file')];
  const isMixed = groups.some(([, group]) => typesOf(group).length > 1);
  const rows = groups.flatMap(([file, group]) => [
    `\n${look.paint('bold', safeText(file))} ${look.paint('dim', `${typesOf(group).join(', ')}, ${counted(group.length, 'component')}`)}`,
    ...group.map((component) => [
      safeText(component.name),
      versionOf(component),
      ...(isMixed ? [component.type] : []),
      useOf(component),
      component.relation,
      `${component.foundAt[0]?.line ?? ''}${moreOf(component)}`,
    ]),
  ]);
  return showTable(['name', 'version', ...(isMixed ? ['type'] : []), 'use', 'relation', 'line'], rows, look);
}

function typesOf(components: readonly Component[]): readonly string[] {
  return [...new Set(components.map(({ type }) => type))];
}

function versionOf({ version }: Component): string {
  return safeText(version ?? 'not pinned');
}

function useOf({ firstParty, scope }: Component): string {
  return firstParty ? 'first-party' : scope;
}

function placeOf({ foundAt: [at] }: Component): string {
  return at === undefined ? '' : `${at.file}:${at.line}`;
}

/** How many more places there are than the one that is shown. */
function moreOf({ foundAt }: Component): string {
  return foundAt.length > 1 ? ` +${foundAt.length - 1}` : '';
}
