/**
 * Whether a text is a word, a placeholder, a branch or a range where a version should stand, such as `main`, `${log4j.version}`,
 * `dev-main`, `>=2.2`, `[1.0,2.0)`, `2.+` or `2.x`; some orders take any text for a version.
 */
export function namesNoVersion(text: string): boolean {
  return /^\D*$|^dev-|[*<>]|^[[(^~!]|^==|\$\{|\.\+$|\.x(?:-dev)?$/i.test(text);
}
