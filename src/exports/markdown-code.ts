/** Foreign text as code in Markdown: it ends neither the code nor the cell of a table, and turns no line of it around. */
export function markdownCode(foreign: string): string {
  const visible = foreign.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').replaceAll('`', "'");
  return `\`${visible.replace(/(?<!\\)\\*\|/g, String.raw`\|`) || ' '}\``;
}
