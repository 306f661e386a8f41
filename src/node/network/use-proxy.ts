let done = false;

/** Sends what this process asks for through the proxy of HTTPS_PROXY, HTTP_PROXY and NO_PROXY, where they name one. */
export function useProxy(): void {
  const named = ['https_proxy', 'http_proxy'].some((name) =>
    [name, name.toUpperCase()].some((each) => (process.env[each] ?? '') !== ''),
  );
  if (done || !named) return;
  done = true;
  // Loaded only here: a start without a proxy is some milliseconds shorter.
  process.getBuiltinModule('node:http').setGlobalProxyFromEnv();
}
