import { shapeProblems, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { pixiInstallations } from './pixi-environments.ts';
import { pixiLockSchema } from './pixi-lock-schema.ts';
import { pixiManifestsBeside, readPixiManifest } from './pixi-manifest.ts';
import { pixiNode, type PixiNode } from './pixi-node.ts';
import { readPixiPackages } from './pixi-packages.ts';
import { singleDocument } from './single-document.ts';

/** Reads pixi's lockfile, versions 4 to 7: the packages of conda and of Python in every environment and on every platform. */
export const pixiLock: Reader = {
  name: 'pixi-lock',
  title: 'pixi.lock',
  capabilities: { scope: true, graph: true, hashes: true, licence: true, direct: true },
  companions: (_, path) => pixiManifestsBeside(path),
  read: ({ path, text, companions }) => {
    const document = singleDocument(path, text);
    if ('message' in document) return unreadable(document);
    const { value, lineOf } = document;
    const lock = checkSchema(pixiLockSchema, value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    const nodes: PixiNode[] = [];
    const problems: Diagnostic[] = [];
    for (const [index, entry] of lock.value.packages.entries()) {
      const node = pixiNode(entry, { file: path, line: lineOf(['packages', index]) });
      if ('message' in node) problems.push(node);
      else nodes.push(node);
    }
    const { installations, problems: ofEnvironments } = pixiInstallations(lock.value, nodes, (environment) => ({
      file: path,
      line: lineOf(['environments', environment]),
    }));
    const { asked, diagnostics } = readPixiManifest(path, companions);
    const reading = readPixiPackages(nodes, installations, asked);
    return { ...reading, diagnostics: [...diagnostics, ...problems, ...ofEnvironments, ...reading.diagnostics] };
  },
};
