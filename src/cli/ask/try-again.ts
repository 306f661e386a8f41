import { HostError } from '../../base/errors.ts';

/** Does some work, and where the world keeps it from being done, does it again for as long as that is wanted. Throws what failed last. */
export async function tryAgain<T>(
  work: () => Promise<T>,
  isWanted: (error: HostError) => Promise<boolean>,
): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HostError) || !(await isWanted(error))) throw error;
    }
  }
}
