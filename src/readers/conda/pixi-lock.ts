import { checkSchema, type Checked } from '../../base/formats/schema.ts';
import { newerFormat, shapeProblems, unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { pixiInstallations } from './pixi/pixi-environments.ts';
import { pixiLockSchema, type PixiLock } from './pixi/pixi-lock-schema.ts';
import { pixiManifestsBeside, readPixiManifest } from './pixi/pixi-manifest.ts';
import { pixiNode, type PixiNode } from './pixi/pixi-node.ts';
import { readPixiPackages } from './pixi/pixi-packages.ts';
import { asPixiLock, pixiOlderLockSchema } from './pixi/pixi-older-lock.ts';
import { singleDocument } from './single-document.ts';

/** Reads pixi's lockfile, versions 1 to 7: the packages of conda and of Python in every environment and on every platform. */
export const pixiLock: Reader = {
  name: 'pixi-lock',
  title: 'pixi.lock',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  companions: (_, path) => pixiManifestsBeside(path),
  read: ({ path, text, companions }) => {
    const document = singleDocument(path, text);
    if ('message' in document) return unreadable(document);
    const { value, lineOf } = document;
    const { lock, list } = checkPixiLock(value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    const { version } = lock.value;
    const nodes: PixiNode[] = [];
    const problems: Diagnostic[] = [];
    for (const [index, entry] of lock.value.packages.entries()) {
      const node = pixiNode(entry, { file: path, line: lineOf([list, index]) });
      if ('message' in node) problems.push(node);
      else nodes.push(node);
    }
    const { installations, problems: ofEnvironments } = pixiInstallations(lock.value, nodes, (environment) => ({
      file: path,
      line: lineOf(['environments', environment]),
    }));
    const { asked, diagnostics } = readPixiManifest(path, companions);
    const reading = readPixiPackages(nodes, installations, asked);
    const newer = Number(version) > 7 ? [newerFormat(path, lineOf(['version']), version, '7')] : [];
    const all = [...newer, ...diagnostics, ...problems, ...ofEnvironments, ...reading.diagnostics];
    return { ...reading, diagnostics: all };
  },
};

/** Checks the value by the schema of its version, and says in which list the packages stand. */
function checkPixiLock(value: unknown): { readonly lock: Checked<PixiLock>; readonly list: string } {
  const isOlder =
    typeof value === 'object' && value !== null && 'version' in value && /^[123]$/.test(String(value.version));
  if (!isOlder) return { lock: checkSchema(pixiLockSchema, value), list: 'packages' };
  const lock = checkSchema(pixiOlderLockSchema, value);
  return { lock: lock.ok ? { ok: true, value: asPixiLock(lock.value) } : lock, list: 'package' };
}
