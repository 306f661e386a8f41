import { enableCompileCache } from 'node:module';
import { tool } from '../app/product.ts';
import { codeOf, reasonOf } from '../node/system-error.ts';

const words = process.argv.slice(2);

// Who reads the output may stop early, as `head` does; any other fault would lose what the person asked for.
process.stdout.on('error', (error) => {
  if (codeOf(error) === 'EPIPE') return;
  process.stderr.write(`error: the output cannot be written: ${reasonOf(error)}\nhelp: Write to a file with -o.\n`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);

// The version is asked often, by scripts and editors, and needs nothing of the rest.
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) process.stdout.write(`${tool.version}\n`);
else {
  enableCompileCache();
  void import('./main.ts').then(async ({ main }) => {
    process.exitCode = await main(words);
  });
}
