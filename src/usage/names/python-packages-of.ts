import { pythonModules } from './python-modules.ts';

/** The distributions that may hold a Python module: those known to, then one that is named as its top level is. */
export function pythonPackagesOf(module: string): readonly (readonly string[])[] {
  const steps = module.split('.').slice(0, 4);
  const [top = ''] = steps;
  if (standardLibrary.has(top)) return [];
  const prefixes = steps.map((_, index) => steps.slice(0, steps.length - index).join('.'));
  return prefixes.flatMap((prefix) => [
    ...(pythonModules.get(prefix) === undefined ? [] : [pythonModules.get(prefix) ?? []]),
    ...(prefix === top || namespaces.has(top) ? [[normalised(prefix)]] : []),
  ]);
}

/** Whether many distributions share a module, so that what is imported from it tells them apart. */
export function isNamespace(module: string): boolean {
  return namespaces.has(module.split('.', 1)[0] ?? '');
}

/** A name as PyPI compares names (PEP 503); a dot of a module is a dash of a name. */
export function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Top-level modules that distributions share, each with its own part below. */
const namespaces = new Set([
  'azure',
  'backports',
  'google',
  'jaraco',
  'opentelemetry',
  'plone',
  'ruamel',
  'sphinxcontrib',
  'zope',
]);

/** Modules of Python itself that a distribution of PyPI bears the name of, for older Pythons. */
const standardLibrary = new Set(
  (
    'argparse asyncio concurrent configparser contextvars dataclasses enum hashlib importlib ipaddress json logging ' +
    'multiprocessing pathlib queue selectors ssl statistics tomllib typing unittest uuid zoneinfo'
  ).split(' '),
);
