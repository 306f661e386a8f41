import { childrenNamed, parseXml, type XmlElement, type XmlSyntax } from './xml.ts';

/** What came of a test: a test that ran only on a second try has failed once, and counts as failed. */
export type Outcome = 'passed' | 'failed' | 'skipped';

/** A test of a JUnit file. */
export type JunitCase = {
  readonly name: string;
  readonly className: string;
  readonly outcome: Outcome;
  readonly properties: readonly JunitProperty[];
};

/** What a test or suite says of itself beyond its name. */
export type JunitProperty = { readonly name: string; readonly value: string };

/** The tests of a JUnit file, what its suites say of themselves, and the days on which they ran. */
export type JunitResults = {
  readonly cases: readonly JunitCase[];
  readonly properties: readonly JunitProperty[];
  readonly days: readonly string[];
};

/** Reads test results in the XML that JUnit began and pytest, Jest, Vitest, Surefire, Gradle, GoogleTest and others write. */
export function readJunit(text: string): JunitResults | XmlSyntax {
  const root = parseXml(text);
  if ('message' in root) return root;
  if (root.name !== 'testsuites' && root.name !== 'testsuite')
    return { message: `its root is "${root.name.slice(0, 40)}", not testsuites`, at: root.at };
  const found: Found = { cases: [], properties: [], days: new Set() };
  collect(root, found);
  return { ...found, days: [...found.days].toSorted() };
}

type Found = { readonly cases: JunitCase[]; readonly properties: JunitProperty[]; readonly days: Set<string> };

function collect(suite: XmlElement, found: Found): void {
  const day = /^\d{4}-\d\d-\d\d/.exec(suite.attributes['timestamp'] ?? '')?.[0];
  if (day !== undefined) found.days.add(day);
  for (const property of propertiesOf(suite)) found.properties.push(property);
  for (const child of suite.children) {
    if (child.name === 'testsuite') collect(child, found);
    if (child.name === 'testcase') found.cases.push(caseOf(child));
  }
}

function caseOf(element: XmlElement): JunitCase {
  const { name = '', classname = '', status = '', result = '' } = element.attributes;
  const has = (...names: readonly string[]) => element.children.some((child) => names.includes(child.name));
  const left = /^(?:notrun|skipped|disabled|ignored|suppressed)$/i;
  const outcome = has('failure', 'error', 'rerunFailure', 'rerunError', 'flakyFailure', 'flakyError')
    ? 'failed'
    : has('skipped', 'disabled') || left.test(status) || left.test(result)
      ? 'skipped'
      : 'passed';
  return { name, className: classname, outcome, properties: propertiesOf(element) };
}

function propertiesOf(element: XmlElement): readonly JunitProperty[] {
  return childrenNamed(element, 'properties')
    .flatMap((list) => childrenNamed(list, 'property'))
    .map((property) => ({
      name: property.attributes['name'] ?? '',
      value: property.attributes['value'] ?? property.text.trim(),
    }));
}
