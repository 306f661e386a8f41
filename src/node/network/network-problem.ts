/** Why a host cannot be spoken with: something that may pass, or something to be mended first. */
export type NetworkProblem =
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly help: string };

/** What the network has against a request, in words; throws on what is no fault of the network. */
export function networkProblem(error: unknown): NetworkProblem {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) throw error;
  const proxied = proxyAnswer(cause);
  if (proxied !== undefined) return { kind: 'again', reason: `the proxy answers ${proxied}` };
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  if (/CERT|SIGNED|SIGNATURE/.test(code)) return { kind: 'refused', ...untrusted(code) };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return { kind: 'refused', ...noTls(code) };
  if (cause.name === 'HTTPParserError') return { kind: 'again', reason: 'it answers with something else than HTTP' };
  if (code !== 'Z_BUF_ERROR' && /^(?:Z_|ERR_?_?(?:BROTLI|ZSTD|ZLIB))/.test(code))
    return { kind: 'again', reason: `what it sends cannot be unpacked (${code})` };
  return { kind: 'again', reason: reasons[code] ?? (code === '' ? cause.message : code) };
}

function untrusted(code: string) {
  return {
    reason: `its certificate is not trusted (${code})`,
    help: 'If your network has a certificate authority of its own, name its file in NODE_EXTRA_CA_CERTS.',
  };
}

function noTls(code: string) {
  return {
    reason: `it speaks no TLS that is understood here (${code})`,
    help: 'Check the port and whether the address begins with https:// or http://; a proxy between may break it.',
  };
}

/** The status of a proxy that opened no tunnel; the cause of it lies below that of the request. */
function proxyAnswer(cause: Error): string | undefined {
  const below = cause.cause instanceof Error ? cause.cause.message : '';
  return /^Proxy response \((\d+)\)/.exec(below)?.[1];
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the connection broke off',
  UND_ERR_SOCKET: 'the connection broke off',
  Z_BUF_ERROR: 'the connection broke off',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the connection broke off',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the host',
  UND_ERR_HEADERS_OVERFLOW: 'its answer begins with more headers than are read',
  UND_ERR_HEADERS_TIMEOUT: 'the host does not answer',
  UND_ERR_BODY_TIMEOUT: 'the host does not answer',
  ETIMEDOUT: 'the host does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
};
