/** Whether a host, as `URL` writes it, is this machine or in a network of its own, which nobody outside has a reason to name. */
export function isInnerHost(host: string): boolean {
  const name = host.replace(/\.$/, '').toLowerCase();
  if (name.startsWith('[')) return innerSix.test(name) || translated.test(name);
  return innerFour.test(name) || /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/.test(name);
}

/** This machine and network, private, shared and link-local addresses (RFC 6890). */
const innerFour =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))(?:\.\d{1,3}){1,3}$/;

/** The same of IPv6, and IPv4 in its dress, which no public host is named by. */
const innerSix = /^\[(?:::1?\]|::ffff:|f[cd][0-9a-f]{2}:|fe[89a-f][0-9a-f]:)/;

/** The same of IPv4 behind a translator (RFC 6052). */
const translated =
  /^\[64:ff9b::(?:(?:[0-9a-f]{1,2}|a[0-9a-f]{2}|7f[0-9a-f]{2}|a9fe|c0a8|ac1[0-9a-f]|64[4-7][0-9a-f]):|[0-9a-f]{0,4}\])/;
