import { UnknownCoding } from './ask-host.ts';
import { InnerAddress } from './name-guard.ts';

/** Why a host cannot be spoken with: something that may pass, or something to be mended first. */
export type NetworkProblem =
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string; readonly help: string };

/** What the network has against a request, in words; throws on what is no fault of the network. */
export function networkProblem(error: unknown): NetworkProblem {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof UnknownCoding)
    return { kind: 'again', reason: `it packs what it sends as "${error.message}", which was not asked for` };
  if (error instanceof InnerAddress) return { kind: 'refused', reason: error.message, help: innerHelp };
  if (code === 'ERR_INVALID_CHAR') return { kind: 'refused', ...unsendable };
  if (!(error instanceof Error) || code === '' || error instanceof TypeError || error instanceof RangeError)
    throw error;
  if (code === 'ERR_PROXY_TUNNEL') return { kind: 'again', reason: `the proxy answers ${proxyAnswer(error)}` };
  if (/CERT|SIGNED|SIGNATURE/.test(code)) return { kind: 'refused', ...untrusted(code) };
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return { kind: 'refused', ...noTls(code) };
  if (code === 'HPE_HEADER_OVERFLOW')
    return { kind: 'again', reason: 'its answer begins with more headers than are read' };
  if (code.startsWith('HPE_')) return { kind: 'again', reason: 'it answers with something else than HTTP' };
  if (code !== 'Z_BUF_ERROR' && /^(?:Z_|ERR_?_?(?:BROTLI|PADDING|ERROR))/.test(code))
    return { kind: 'again', reason: `what it sends cannot be unpacked (${code})` };
  return { kind: 'again', reason: reasons[code] ?? code };
}

const unsendable = {
  reason: 'a key or password for it holds a character that HTTP cannot send',
  help: 'Look for a line break in the variable that holds it. The store was not changed.',
};

const innerHelp =
  'An answer of others led there. Where you trust it, name that host yourself, or fetch the file and name its folder.';

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

/** The status of a proxy that opened no tunnel, or that it gave none. */
function proxyAnswer(error: Error): string {
  return 'statusCode' in error && typeof error.statusCode === 'number' ? `${error.statusCode}` : 'with no HTTP';
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no host of this name',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ECONNREFUSED: 'the host refuses the connection',
  ECONNRESET: 'the connection broke off',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection broke off',
  EPIPE: 'the connection broke off',
  Z_BUF_ERROR: 'the connection broke off',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the host',
  ETIMEDOUT: 'the host does not answer',
};
