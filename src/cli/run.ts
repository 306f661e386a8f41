import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tool } from '../app/product.ts';
import { useKeptCode } from './kept-code.ts';
import { settleColours } from './settle-colours.ts';
import { end, writeOut } from './standard-streams.ts';
import { tuneHeap } from './tune-heap.ts';

settleColours(process.env, false);
const words = process.argv.slice(2);
const commandName = /^[a-z]{1,20}$/;

// The version is asked often, by scripts and editors, and needs nothing of the rest.
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) writeOut(`${tool.version}\n`);
else {
  // A sync takes a fifth longer so, and has the memory.
  if (words[0] !== 'sync') tuneHeap();
  const keepCode = startFast();
  void import('./main.ts').then(async ({ main }) => {
    const code = await main(words);
    if (code !== 2) keepCode();
    end(code);
  });
}

/** A build starts with the code that its commands have called, sources with what Node compiled of them. */
function startFast(): () => void {
  const file = fileURLToPath(import.meta.url);
  const [command = ''] = words;
  if (!file.endsWith('.ts'))
    return useKeptCode(join(dirname(file), 'chunks'), commandName.test(command) ? command : 'any');
  enableCompileCache();
  return () => undefined;
}
