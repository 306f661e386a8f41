/** The packets of OpenPGP in some bytes, whether they are armoured (RFC 9580, 6) or not; `undefined` where there are none. */
export function dearmour(content: Uint8Array): Uint8Array | undefined {
  if (((content[0] ?? 0) & 0x80) !== 0) return content;
  const lines = new TextDecoder().decode(content).split('\n');
  const start = lines.findIndex((line) => /^-----BEGIN PGP [A-Z ]{1,40}-----\s*$/.test(line));
  const end = lines.findIndex((line, index) => index > start && /^-----END PGP [A-Z ]{1,40}-----\s*$/.test(line));
  if (start === -1 || end === -1) return undefined;
  const blank = lines.findIndex((line, index) => index > start && line.trim() === '');
  if (blank === -1 || blank > end) return undefined;
  const text = lines
    .slice(blank + 1, end)
    .map((line) => line.trim())
    // The sum of 24 bits that may follow proves nothing that the signature does not.
    .filter((line) => !line.startsWith('='))
    .join('');
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}
