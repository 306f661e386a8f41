import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What was asked of a server, in the order in which it came. */
export type AskedOf = Pick<IncomingMessage, 'url' | 'method' | 'headers'>;

/** A server on this machine for a test, with what it was asked. */
export type LocalServer = { readonly address: string; readonly asked: AskedOf[]; readonly close: () => void };

/** Starts a server on a port that is free. */
export async function localServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
  const asked: AskedOf[] = [];
  const server = createServer((request, response) => {
    asked.push({ url: request.url, method: request.method, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  return {
    address: `http://127.0.0.1:${typeof place === 'object' ? place?.port : ''}`,
    asked,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
