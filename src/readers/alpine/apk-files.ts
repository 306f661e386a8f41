/** The files that the packages of a database installed, below its root: `F:` names a folder, `R:` a file in it. */
export function apkFiles(text: string, root: string): readonly string[] {
  const files: string[] = [];
  let folder = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('F:')) folder = line.slice(2);
    else if (line.startsWith('R:')) files.push(`${root}${folder === '' ? '' : `${folder}/`}${line.slice(2)}`);
  }
  return files;
}
