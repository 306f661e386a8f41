import { counted } from '../../../base/counted.ts';
import { outerFile } from '../../../base/paths/outer-file.ts';
import type { Component, Scope } from '../../../model/component.ts';
import type { Inventory, ScannedFile } from '../../../model/inventory/inventory.ts';
import type { Look } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { showComponents } from './show-components.ts';

/** Shows an inventory to a person: a row for each component, what became of each file, and the counts. */
export function showInventory(inventory: Inventory, look: Look): string {
  const { paint } = look;
  const components = inventory.components.length === 0 ? [] : [showComponents(inventory.components, look), ''];
  const files = folded(inventory.files).map(
    ({ path, status, reader, reason }) =>
      `  ${status === 'read' ? paint('green', 'read') : paint('yellow', status)} ${safeText(path)} ${paint('dim', safeText(withoutPath(reason ?? reader ?? '', path)))}`,
  );
  return [...components, ...files, '', counts(inventory.components), ''].join('\n');
}

/** More files of one kind than this in one image are counted instead of named. */
const mostNamed = 3;

/** The files of an image that came to the same end as one row, unless they are few. */
function folded(files: readonly ScannedFile[]): readonly ScannedFile[] {
  const groups = Map.groupBy(files, (file) => {
    const { path, status, reader, reason } = file;
    const outer = outerFile(path);
    return outer === path || status === 'not-understood' ? path : [outer, status, reader, reason].join('\n');
  });
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length <= mostNamed) return same;
    return [{ ...first, path: `${same.length} files in ${outerFile(first.path)}` }];
  });
}

/** A reason as it stands behind its path: messages begin with it, and it need not be read twice. */
function withoutPath(reason: string, path: string): string {
  return reason.startsWith(`${path} `) ? reason.slice(path.length + 1) : reason;
}

function counts(components: readonly Component[]): string {
  const third = components.filter(({ firstParty }) => !firstParty);
  const scopes: readonly Scope[] = ['runtime', 'optional', 'development', 'unknown'];
  const byScope = scopes.flatMap((scope) => {
    const number = third.filter((component) => component.scope === scope).length;
    return number === 0 ? [] : [`${number} ${scope}`];
  });
  const rows = [
    ...byScope,
    ...(third.length === components.length ? [] : [`${components.length - third.length} first-party`]),
  ];
  return `${counted(components.length, 'component')}${rows.length === 0 ? '' : `: ${rows.join(', ')}`}`;
}
