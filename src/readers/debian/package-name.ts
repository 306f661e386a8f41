/** Whether a text is the name of a package (Debian policy, 5.6.1), and so leads nowhere else as a part of a path. */
export function isPackageName(text: string): boolean {
  return /^[a-z0-9][a-z0-9+.-]*$/.test(text);
}
