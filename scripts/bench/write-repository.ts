import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLock } from './write-locks.ts';

/** Writes a repository of many files, some of them lockfiles of a few packages each. */
export function writeRepository(folder: string, files: number, locks: number): void {
  const perLock = Math.floor(files / locks);
  for (let lock = 0; lock < locks; lock++) {
    const part = join(folder, `part-${lock}`);
    writeLock(part, 'npm', 20);
    mkdirSync(join(part, 'src', 'inner'), { recursive: true });
    for (let file = 2; file < perLock; file++)
      writeFileSync(join(part, 'src', file % 2 === 0 ? 'inner' : '', `module-${file}.ts`), 'export {};\n');
  }
}
