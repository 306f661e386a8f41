import { hash } from 'node:crypto';

/** A UUID made from content alone: version 8 (RFC 9562, 5.8) over the sha256 of its JSON. */
export function contentId(content: unknown): string {
  const digest = sha256(JSON.stringify(content));
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}

/** An SPDX identifier (2.3, 3.2 and 10.1): legal letters of the text to be read, its hash to tell it from any other. */
export function spdxId(prefix: 'SPDXRef' | 'LicenseRef', text: string): string {
  const words = text
    .slice(0, 80)
    .replace(/(?:%[0-9A-F]{2}|[^A-Za-z0-9.])+/g, '-')
    .replace(/^-|-$/g, '');
  return [prefix, words, sha256(text).slice(0, 12)].filter((part) => part !== '').join('-');
}

function sha256(text: string): string {
  return hash('sha256', text);
}
