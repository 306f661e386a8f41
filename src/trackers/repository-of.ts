/** `owner/name` as two steps of a path; `undefined` when it is none. */
export function repositoryOf(project: string): readonly [owner: string, name: string] | undefined {
  const [, owner, name] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(project) ?? [];
  return owner === undefined || name === undefined ? undefined : [owner, name];
}
