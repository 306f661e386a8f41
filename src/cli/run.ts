import { enableCompileCache } from 'node:module';
import { tool } from '../app/product.ts';

const words = process.argv.slice(2);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The version is asked often, by scripts and editors, and needs nothing of the rest.
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) process.stdout.write(`${tool.version}\n`);
else {
  enableCompileCache();
  const { main } = await import('./main.ts');
  process.exitCode = await main(words);
}
