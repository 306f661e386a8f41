/**
 * Keeps the young part of the heap at the size that it has: growing it again and again spares a command no time and takes
 * some 80 MB for thousands of packages. It comes before anything else is loaded: V8 keeps compiled code apart by the flags.
 */
export function tuneHeap(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1');
}
