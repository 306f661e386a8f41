let isKept = false;

/**
 * Keeps the part of the heap where objects begin at the size that it has. V8 doubles it again and again for a program that
 * makes many, which spares no time and takes some 50 MB where thousands of packages are evaluated.
 */
export function keepYoungHeap(): void {
  isKept = true;
  setGrowth(1);
}

/** Does something under the flags that V8 started with: it takes compiled code only from a run with the same ones. */
export function underFirstFlags<T>(action: () => T): T {
  if (!isKept) return action();
  setGrowth(2);
  try {
    return action();
  } finally {
    setGrowth(1);
  }
}

/** The module takes milliseconds to load, which a command that sets no flag does not need. */
function setGrowth(factor: 1 | 2): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}
