import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { requirementLines } from './requirement-lines.ts';

const files: readonly (readonly [title: string, text: string, says: readonly string[]])[] = [
  ['comments and empty lines are passed over', '# a\n\n  # b\nx==1\n', ['4 x 1']],
  ['a comment behind a line is taken off', 'x==1 # because', ['1 x 1']],
  ['a fragment is no comment', 'x @ https://a.example/x-1.zip#egg=x', ['1 x 1']],
  [
    'lines that end in a backslash are one, where the first begins',
    'a==1\nx>=1,\\\n  <2\nb==1',
    ['1 a 1', '2 x >=1,<2', '4 b 1'],
  ],
  ['a comment ends what a backslash began', 'x==1 \\\n# no\ny==2', ['1 x 1', '3 y 2']],
  ['a comment that ends in a backslash is over', '# a \\\nx==1', ['2 x 1']],
  ['a backslash at the end of the file continues nothing', 'x==1\\', ['1 x 1']],
  ['lines may end as on Windows, after a byte order mark', '\uFEFFx==1\r\ny>=2,\\\r\n<3\r\n', ['1 x 1', '2 y >=2,<3']],
  ['via below a line names one', 'x==1\n    # via y', ['1 x 1 via y']],
  [
    'via below a line names several',
    'x==1\n    # via\n    #   -r a.in\n    #   y\ny==1',
    ['1 x 1 via -r a.in, y', '5 y 1'],
  ],
  ['via behind a line names several', 'x==1   # via -r a.in, y', ['1 x 1 via -r a.in, y']],
  ['via below hashes belongs to the line above them', 'x==1 \\\n  --hash=sha256:0\n    # via y', ['1 x 1 via y']],
  ['via with nobody is still a comment of the tool', 'x==1\n    # via', ['1 x 1 via ']],
  ['any other comment ends the list of via', 'x==1\n  # via\n  #   y\n  # z\n  #   q', ['1 x 1 via y']],
  ['an empty line ends the list of via', 'x==1\n  # via\n\n  #   y', ['1 x 1 via ']],
  ["via before the first line is nobody's", '# via y\nx==1', ['2 x 1']],
  ['a word that begins with via is none', 'x==1\n# viable since 2', ['1 x 1']],
];

for (const [title, text, says] of files) {
  test(title, () => assert.deepEqual(show(text), says));
}

test('where a line is broken with backslashes does not change what it says', () => {
  const pins = fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.stringMatching(/^[1-9]\.[0-9]{1,3}$/)));
  fc.assert(
    fc.property(pins, fc.infiniteStream(fc.boolean()), (entries, breaks) => {
      const whole = entries.map(([name, version]) => `${name} == ${version}`);
      const broken = whole.map((line) => line.replaceAll(' ', () => (breaks.next().value === true ? ' \\\n ' : ' ')));
      const statements = (text: string) => requirementLines(text).map(({ statement }) => statement);
      assert.deepEqual(statements(broken.join('\n')), statements(whole.join('\n')));
    }),
  );
});

function show(text: string): string[] {
  return requirementLines(text).map(({ line, statement, via }) => {
    if (statement.kind !== 'requirement') return `${line} ${statement.kind}`;
    const { name, version, pinning } = statement;
    const asked = version ?? (pinning.kind === 'exact' ? '' : pinning.asked);
    return `${line} ${name} ${asked}${via === undefined ? '' : ` via ${via.join(', ')}`}`;
  });
}
