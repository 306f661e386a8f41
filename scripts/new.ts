import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { skeletons } from './skeletons.ts';

/** Writes the skeleton of a plug and its line in the registry: `npm run new rule 62304/items/my-rule`. */
const [kind = '', name = ''] = process.argv.slice(2);
const skeleton = skeletons[kind];
if (
  skeleton === undefined ||
  !/^[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/.test(name) ||
  name.includes('/') !== skeleton.grouped
) {
  process.stderr.write('usage: npm run new <kind> <name>\n');
  for (const [known, { example }] of Object.entries(skeletons))
    process.stderr.write(`  npm run new ${known} ${example}\n`);
  process.exit(2);
}
const plug = name.split('/').at(-1) ?? name;
const identifier = plug.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const path = `${skeleton.folder}/${name}.ts`;
if (existsSync(path)) {
  process.stderr.write(`error: ${path} is already there\n`);
  process.exit(2);
}
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, skeleton.text({ name, plug, identifier }));
const index = `${skeleton.folder}/index.ts`;
writeFileSync(index, register(readFileSync(index, 'utf8')));
spawnSync('oxfmt', [path, index], { stdio: 'ignore', shell: process.platform === 'win32' });
process.stdout.write(`wrote ${path}\nregistered it in ${index}\n${skeleton.next(name)}\n`);

/** Adds the plug at the end of the list, and its import unless the line loads it. */
function register(text: string): string {
  const line = skeleton?.line?.({ name, plug, identifier });
  const listed = text
    .trimEnd()
    .replace(/,?\s*\];$/, `,\n${line ?? identifier},\n];\n`)
    .replace('[,', '[');
  if (line !== undefined) return listed;
  const end = listed.indexOf('\n', listed.lastIndexOf('\nimport ') + 1);
  return `${listed.slice(0, end)}\nimport { ${identifier} } from './${name}.ts';${listed.slice(end)}`;
}
