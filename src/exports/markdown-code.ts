/** Foreign text as code, in which Markdown means nothing; bars would still end a cell, and marks of code the code. */
export function markdownCode(foreign: string): string {
  return `\`${foreign.replace(/[`\r\n]/g, "'").replaceAll('|', '\\|')}\``;
}
