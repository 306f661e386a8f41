/** Breaks a line for the shell at its options and at what is named in turn, so that it can be read at 80 columns and pasted as it stands. */
export function foldExample(example: string): string {
  const lines = [''];
  for (const part of example.split(/ (?=--?[a-z]|&& |[a-z-]+=)/)) {
    const joined = lines.at(-1) === '' ? part : `${lines.at(-1)} ${part}`;
    if (joined.length <= room || lines.at(-1) === '') lines[lines.length - 1] = joined;
    else lines.push(`    ${part}`);
  }
  return lines.map((line) => `  ${line}`).join(' \\\n');
}

/** 80 columns without the indent and the mark that the line goes on. */
const room = 80 - 4;
