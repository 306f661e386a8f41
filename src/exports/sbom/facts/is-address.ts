/** Whether a text is an absolute address that both formats take: an IRI (RFC 3987) with a scheme, and a host that can be one. */
export function isAddress(text: string | undefined): text is string {
  if (text === undefined || !text.isWellFormed() || illegal.test(text)) return false;
  const [, rest = ''] = /^[A-Za-z][A-Za-z0-9+.-]*:([^#]+(?:#[^#]*)?)$/.exec(text) ?? [];
  if (!rest.startsWith('//')) return rest !== '';
  return /^\/\/(?:[^@/?#]*@)?[^@:/?#]+(?::\d*)?(?:[/?#]|$)/.test(rest);
}

/** Letters that an address has to escape, and escapes that are none. */
const illegal = /[\u0000-\u0020\u007f-\u00a0"<>\\^`{|}[\]]|%(?![0-9A-Fa-f]{2})/;
