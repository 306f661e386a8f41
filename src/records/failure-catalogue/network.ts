import type { ComponentKind } from '../../model/risks/failure-suggestion.ts';

/** What talks to others, and keeps it safe. */
export const network: readonly ComponentKind[] = [
  {
    kind: 'network stack or client',
    packages: [
      'pkg:npm/axios',
      'pkg:pypi/httpx',
      'pkg:pypi/requests',
      'pkg:pypi/urllib3',
      'pkg:pypi/aiohttp',
      'pkg:npm/undici',
      'pkg:npm/ws',
      'pkg:deb/debian/libcurl4*',
      'pkg:cargo/reqwest',
      'pkg:cargo/hyper',
      'pkg:pypi/pynetdicom',
    ],
    words: ['http client', 'network', 'socket', 'websocket', 'tcp', 'mqtt', 'bluetooth', 'grpc'],
    modes: [
      {
        mode: 'An answer reaches the wrong request',
        cause: 'Shared connections, caching, automatic repetition',
        effect: 'The result of another patient is shown',
        controls: [
          { kind: 'design', text: 'Each answer carries the identity of its request, and it is compared' },
          { kind: 'protective', text: 'Overlapping requests are part of the system test' },
        ],
      },
      {
        mode: 'A message is lost, late or repeated',
        cause: 'Bad connection, retry, reconnect',
        effect: 'Nothing is shown, or something twice',
        controls: [
          { kind: 'protective', text: 'Time limit with a message to the user; repeated messages are recognised' },
        ],
      },
      {
        mode: 'The connection goes to somebody else',
        cause: 'Redirects, proxy, certificate not checked',
        effect: 'Data leaves the network, or false data comes in',
        controls: [{ kind: 'design', text: 'Certificates are checked; redirects to other hosts are refused' }],
      },
    ],
  },
  {
    kind: 'web framework or server',
    packages: [
      'pkg:pypi/fastapi',
      'pkg:pypi/django',
      'pkg:pypi/flask',
      'pkg:pypi/starlette',
      'pkg:pypi/uvicorn',
      'pkg:pypi/gunicorn',
      'pkg:npm/express',
      'pkg:npm/fastify',
      'pkg:npm/next',
      'pkg:deb/debian/nginx*',
      'pkg:deb/debian/apache2*',
      'pkg:maven/org.springframework/*',
      'pkg:pypi/python-multipart',
    ],
    words: ['web framework', 'web server', 'asgi', 'wsgi', 'http server', 'routing'],
    modes: [
      {
        mode: 'The answer of one request reaches another',
        cause: 'State that is shared between requests, caching in front',
        effect: 'The result of another patient is shown',
        controls: [
          { kind: 'design', text: 'Handlers keep no state; answers forbid caching' },
          { kind: 'protective', text: 'Parallel requests are part of the system test' },
        ],
      },
      {
        mode: 'It does not answer any more',
        cause: 'Blocked loop, exhausted workers, large or slow requests',
        effect: 'No result',
        controls: [{ kind: 'protective', text: 'Limits of size, time and number; health check with restart' }],
      },
      {
        mode: 'A request passes without being checked',
        cause: 'Route, method or header that the check does not know',
        effect: 'Foreign access to data or functions',
        controls: [
          { kind: 'design', text: 'Everything is refused unless allowed' },
          { kind: 'protective', text: 'Each route is tested without rights' },
        ],
      },
    ],
  },
  {
    kind: 'cryptographic library',
    packages: [
      'pkg:pypi/cryptography',
      'pkg:pypi/pyjwt',
      'pkg:deb/debian/libssl*',
      'pkg:deb/debian/openssl',
      'pkg:npm/jose',
      'pkg:npm/jsonwebtoken',
      'pkg:cargo/ring',
      'pkg:cargo/rustls',
      'pkg:maven/org.bouncycastle/*',
      'pkg:conan/openssl',
    ],
    words: ['crypto', 'cryptographic', 'tls', 'ssl', 'signature', 'jwt', 'hash'],
    modes: [
      {
        mode: 'Something forged is accepted',
        cause: 'A check that is left out or fails open, weak algorithm',
        effect: 'False data or updates are used',
        controls: [
          { kind: 'design', text: 'Algorithms and minimum strengths are fixed' },
          { kind: 'protective', text: 'Forged, expired and cut inputs are part of the test' },
        ],
      },
      {
        mode: 'Something genuine is refused',
        cause: 'Expired certificate, clock, changed defaults of a release',
        effect: 'No connection, no update, no result',
        controls: [{ kind: 'protective', text: 'Expiry is watched; the user is told the reason' }],
      },
      {
        mode: 'Secrets become known',
        cause: 'Weak random numbers, keys in logs or memory',
        effect: 'Data of patients is disclosed',
        controls: [
          { kind: 'design', text: 'Keys never leave the library; random numbers come from the operating system' },
        ],
      },
    ],
  },
];
