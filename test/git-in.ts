import { execFileSync } from 'node:child_process';
import { devNull } from 'node:os';

/** Gives what runs git in a folder as Ada does, whatever the machine, or the hook of git that runs the tests, says of git. */
export function gitIn(folder: string): (...words: readonly string[]) => string {
  const others = Object.entries(process.env).filter(([name]) => !/^GIT_/i.test(name));
  const env = { ...Object.fromEntries(others), GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  const settings = ['user.name=Ada', 'user.email=ada@example.com', 'init.defaultBranch=main'];
  const before = ['-C', folder, ...settings.flatMap((setting) => ['-c', setting])];
  return (...words) =>
    execFileSync('git', [...before, ...words], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
