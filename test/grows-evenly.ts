import assert from 'node:assert/strict';

type Work = (size: number) => unknown;

/**
 * Where looking begins, from where on nothing that takes time by its square is quick, what is quick, in milliseconds, and how
 * many looks are out of bounds before the work is said to be: what else the machine does makes a look no better.
 */
type Sizes = { readonly from: number; readonly enough: number; readonly quick: number; readonly looks: number };

/**
 * So much more at once may take some times as long as the less so many times over, for the machine is busy: by the square it is
 * eight times. The bound lies as far from the one as from the other.
 */
const more = 8;
const mostGrowth = Math.sqrt(more);

/** Fails where work on eight times as much takes far more than eight times as long; work too quick to be measured is looked at on more. */
export async function growsEvenly(
  what: string,
  work: Work,
  { from = 250, enough = 250_000, quick = 5, looks = 5 }: Partial<Sizes> = {},
): Promise<void> {
  let size = from;
  while (await isQuick(work, size, quick)) {
    if (size >= enough) return;
    size *= 2;
  }
  let least = Infinity;
  for (let look = 0; look < looks && least >= mostGrowth; look++)
    least = Math.min(least, await growthOf(work, size, quick));
  const growth = `${more * size} take ${(more * least).toFixed(1)} times as long as ${size}`;
  assert.ok(least < mostGrowth, `${what}: ${growth}`);
}

/** New code is slow at first. */
async function isQuick(work: Work, size: number, quick: number): Promise<boolean> {
  for (let look = 0; look < 3; look++) if ((await timeOf(work, size, 1)) < quick) return true;
  return false;
}

/** The less is looked at before and after the more, for a look may fall where the machine is slower than at other times. */
async function growthOf(work: Work, size: number, quick: number): Promise<number> {
  const before = await timeOf(work, size, more);
  const large = await timeOf(work, more * size, 1);
  // The clock of the processor goes by steps, and may stand still for what has become quick meanwhile.
  return large / Math.max(quick, Math.min(before, await timeOf(work, size, more)));
}

/** Milliseconds of the processor, which others have in between. */
async function timeOf(work: Work, size: number, times: number): Promise<number> {
  const start = processorTime();
  for (let time = 0; time < times; time++) await work(size);
  return processorTime() - start;
}

/** To ask for the whole process brings the account of each thread up to date, which Linux else does some milliseconds apart. */
function processorTime(): number {
  process.cpuUsage();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
