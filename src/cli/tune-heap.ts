/**
 * Suits V8's memory to a command, which is over when its work is done. The young part of the heap stays as it is: growing
 * it again and again spares a command hardly any time and takes some 80 MB for thousands of packages. And memory is cleared
 * in one go when it must be, not in small steps beside the work, which pay only where somebody waits for a smooth answer.
 * It comes before anything else is loaded: V8 keeps compiled code apart by the flags.
 */
export function tuneHeap(): void {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--no-incremental-marking');
}
