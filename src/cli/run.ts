import { constants, enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { tool } from '../app/product.ts';
import { end, writeOut } from './standard-streams.ts';

const words = process.argv.slice(2);

// The version is asked often, by scripts and editors, and needs nothing of the rest.
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) writeOut(`${tool.version}\n`);
else {
  startFast();
  void import('./main.ts').then(async ({ main }) => {
    end(await main(words));
  });
}

/** Keeps compiled code between runs: all of it, for V8 would keep no function that was not yet called when a file was loaded. */
function startFast(): void {
  setFlagsFromString('--no-lazy');
  const { ENABLED, ALREADY_ENABLED } = constants.compileCacheStatus;
  const { status } = enableCompileCache();
  if (status !== ENABLED && status !== ALREADY_ENABLED) setFlagsFromString('--lazy');
}
