import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

/** A certificate of one's own for 127.0.0.1 and its key, as PEM: made anew, so that no key lies in the repository (RFC 5280). */
export function selfSigned(): { readonly key: string; readonly certificate: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const name = sequence(node(0x31, sequence(objectId('550403'), node(0x0c, Buffer.from('Test of Tureen')))));
  const algorithm = sequence(objectId('2a8648ce3d040302'));
  const validity = sequence(node(0x18, Buffer.from('20200101000000Z')), node(0x18, Buffer.from('20991231235959Z')));
  const subjectNames = sequence(node(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = sequence(
    sequence(objectId('551d13'), node(0x04, sequence(node(0x01, Buffer.from([0xff]))))),
    sequence(objectId('551d11'), node(0x04, subjectNames)),
  );
  const version = node(0xa0, node(0x02, Buffer.from([2])));
  const serial = node(0x02, Buffer.from([1]));
  const stated = sequence(version, serial, algorithm, name, validity, name, publicKey, node(0xa3, extensions));
  const signature = sign('sha256', stated, createPrivateKey(privateKey));
  const whole = sequence(stated, algorithm, node(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString('base64').replace(/(.{64})/g, '$1\n');
  return { key: privateKey, certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` };
}

/** A value of DER: its tag, its length and what it holds (X.690, 8.1). */
function node(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return node(0x30, Buffer.concat(parts));
}

function objectId(hexadecimal: string): Buffer {
  return node(0x06, Buffer.from(hexadecimal, 'hex'));
}
