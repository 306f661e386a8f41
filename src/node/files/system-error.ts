/** The code of an error of the operating system or of Node, such as `ENOENT`; `undefined` for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Says in words why the operating system refused. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error) ?? String(error);
  return reasons.get(code) ?? code;
}

const reasons = new Map([
  ['EROFS', 'the disk is read-only'],
  ['EACCES', 'this user has no right to it'],
  ['EPERM', 'this user has no right to it'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk space of this user is used up'],
  ['EFBIG', 'a file may not become so large here'],
  ['EIO', 'the disk failed'],
  ['EBUSY', 'something else holds it'],
  ['ENOENT', 'there is no such file or folder'],
  ['EEXIST', 'something of that name is there'],
  ['ENOTEMPTY', 'a folder of that name holds files'],
  ['ENOTDIR', 'a file stands where a folder is needed'],
  ['EISDIR', 'a folder stands where a file is needed'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EPIPE', 'who reads it has stopped'],
  ['EMFILE', 'too many files are open'],
  ['ENXIO', 'nothing reads at its other end'],
  ['ERR_FS_FILE_TOO_LARGE', 'it has more than 2 GiB'],
]);
