import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tool } from '../app/product.ts';
import { useKeptCode } from './kept-code.ts';
import { end, writeOut } from './standard-streams.ts';

const words = process.argv.slice(2);

// The version is asked often, by scripts and editors, and needs nothing of the rest.
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) writeOut(`${tool.version}\n`);
else {
  const [command = ''] = words;
  const here = dirname(fileURLToPath(import.meta.url));
  const keepCode = useKeptCode(join(here, 'chunks'), /^[a-z]{1,20}$/.test(command) ? command : 'any');
  void import('./main.ts').then(async ({ main }) => {
    const code = await main(words);
    if (code !== 2) keepCode();
    end(code);
  });
}
