/** The npm package that a specifier names; none for files, addresses, aliases, and modules of the runtime itself. */
export function npmPackageOf(specifier: string): readonly (readonly string[])[] {
  const bare = (specifier.split('!').at(-1) ?? '').replace(/^npm:\/?/, '').replace(/\?.*$/s, '');
  const name = /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*/i.exec(bare)?.[0];
  if (name === undefined || !/^(?:[/@]|$)/.test(bare.slice(name.length))) return [];
  return runtimeModules.has(bare) ? [] : [[name]];
}

/** Modules that Node serves before any package of the same name; one with a slash at its end asks for the package. */
const runtimeModules = new Set(
  (
    'assert assert/strict async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns ' +
    'dns/promises domain events fs fs/promises http http2 https inspector inspector/promises module net os path path/posix ' +
    'path/win32 perf_hooks process punycode querystring readline readline/promises repl stream stream/consumers ' +
    'stream/promises stream/web string_decoder sys timers timers/promises tls trace_events tty url util util/types v8 vm ' +
    'wasi worker_threads zlib'
  ).split(' '),
);
