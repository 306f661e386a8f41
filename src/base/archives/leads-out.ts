/** Whether the path of a file in an archive leads out of the place that it is unpacked in, on any system. */
export function leadsOut(path: string): boolean {
  return /^[/\\]|^[a-z]:|\0/i.test(path) || path.split(/[/\\]/).includes('..');
}
