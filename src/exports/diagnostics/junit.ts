import type { DiagnosticExport, LocatedDiagnostic, LocatedWaived } from '../../model/plugs/diagnostic-export.ts';
import { writeXml, type XmlElement } from '../write-xml.ts';

/** Writes a JUnit report, which any CI shows: a test case for each rule that was asked, which fails where it found something. */
export const junit: DiagnosticExport = {
  name: 'junit',
  title: 'JUnit XML',
  write: (diagnostics, { rules, waived, tool }) => {
    const cases = rules.map(({ id, title }) => {
      const found = diagnostics.filter(({ rule }) => rule === id);
      return testCase(
        { id, title },
        found,
        waived.filter(({ rule }) => rule === id),
      );
    });
    const failed = cases.filter(({ children }) => typeof children !== 'string' && children.some(isFailure)).length;
    const counts = [
      ['tests', String(cases.length)],
      ['failures', String(failed)],
    ] as const;
    const suite = element('testsuite', [['name', `${tool.name} check`], ...counts], cases);
    return writeXml(element('testsuites', counts, [suite]));
  },
};

/** A note only tells, and so does what is waived; both stand in the output of a case that passes. */
function testCase(
  { id, title }: { readonly id: string; readonly title: string },
  found: readonly LocatedDiagnostic[],
  waived: readonly LocatedWaived[],
): XmlElement {
  const failing = found.filter(({ severity }) => severity !== 'note');
  const notes = found.filter(({ severity }) => severity === 'note');
  const told = [...notes.map(describe), ...waived.map(describeWaived)];
  return element(
    'testcase',
    [
      ['classname', id.slice(0, Math.max(0, id.indexOf('/')))],
      ['name', `${id}: ${title}`],
    ],
    [
      ...(failing.length === 0 ? [] : [failure(failing)]),
      ...(told.length === 0 ? [] : [element('system-out', [], told.join('\n\n'))]),
    ],
  );
}

/** Most that show JUnit show one failure of a case alone, so that it holds them all. */
function failure(failing: readonly LocatedDiagnostic[]): XmlElement {
  const [first] = failing;
  const more = failing.length === 1 ? '' : ` (and ${failing.length - 1} more)`;
  const worst = failing.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return element(
    'failure',
    [
      ['type', worst],
      ['message', `${first?.message ?? ''}${more}`],
    ],
    failing.map(describe).join('\n\n'),
  );
}

function describe({ severity, message, clause, help, file, line, column }: LocatedDiagnostic): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const asked = clause === undefined ? '' : ` (${clause.replace(':', ' ')})`;
  return `${place}: ${severity}: ${message}${asked}\n${help}`;
}

function describeWaived({ waiver: { reason, text, by, until, file }, ...diagnostic }: LocatedWaived): string {
  return `${describe(diagnostic)}\nwaived until ${until} by ${by} in ${file}, ${reason}: ${text}`;
}

function isFailure({ name }: XmlElement): boolean {
  return name === 'failure';
}

function element(name: string, attributes: XmlElement['attributes'], children: XmlElement['children']): XmlElement {
  return { name, attributes, children };
}
