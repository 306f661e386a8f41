/** The beginning of a text, to the end of a word, with a mark where it goes on. */
export function beginning(text: string, most = 130): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(' ', most);
  return `${text.slice(0, end > 0 ? end : most).toWellFormed()} …`;
}
