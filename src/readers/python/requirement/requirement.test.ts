import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStatement, type Statement } from './requirement.ts';

const commit = '96f36da8e049a58f458632dbae9505eaaebda755';
const sha256 = 'a9b3aaa1904eeb78e32394cd46c6f37ac0fb4af6dc488daa58971bdc7d7fcaf3';

const lines: readonly (readonly [line: string, says: string])[] = [
  ['numpy==2.1.3', 'pypi numpy 2.1.3'],
  ['numpy == 2.1.3', 'pypi numpy 2.1.3'],
  ['numpy===2.1.3', 'pypi numpy 2.1.3'],
  ['numpy (==2.1.3)', 'pypi numpy 2.1.3'],
  ['numpy>=2,==2.1.3', 'pypi numpy 2.1.3'],
  ['Zope.Interface_X==5.0', 'pypi zope-interface-x 5.0'],
  ['torch==2.4.1+cpu', 'pypi torch 2.4.1+cpu'],
  ['celery[redis, sqs]==5.6.3', 'pypi celery 5.6.3'],
  ['numpy==2.1.3;python_version<"3.13"', 'pypi numpy 2.1.3 where'],
  ['numpy', 'pypi numpy range *'],
  ['numpy ; sys_platform == "win32"', 'pypi numpy range * where'],
  ['numpy>=1.24,<3.0', 'pypi numpy range >=1.24,<3.0'],
  ['numpy~=2.1', 'pypi numpy range ~=2.1'],
  ['numpy==2.*', 'pypi numpy range ==2.*'],
  ['numpy!=2.0', 'pypi numpy range !=2.0'],
  ['numpy==1.0,==2.0', 'pypi numpy range ==1.0,==2.0'],
  ['numpy==${VERSION}', 'pypi numpy range ==${VERSION}'],
  [`argh==0.26.2 --hash=sha256:${sha256} --hash sha256:${sha256}`, `pypi argh 0.26.2 2 hashes`],
  ['argh==0.26.2 --hash=md5:zz --hash=x', 'pypi argh 0.26.2 1 problem'],
  [`a @ git+https://git.example/a.git@${commit}`, `pypi a ${commit} git+https://git.example/a.git@${commit}`],
  [`a@git+ssh://git@git.example/a@${commit}`, `pypi a ${commit} git+ssh://git@git.example/a@${commit}`],
  [
    `git+https://git.example/a.git@${commit}#egg=A_b[x]&subdirectory=py`,
    `pypi a-b ${commit} git+https://git.example/a.git@${commit}#py`,
  ],
  [`-e git+https://git.example/a.git@${commit}#egg=a`, `pypi a ${commit} git+https://git.example/a.git@${commit}`],
  [`git+https://git.example/a.git@${commit}`, `generic a ${commit} git+https://git.example/a.git@${commit} 1 problem`],
  [
    'a @ git+https://git.example/a@96f36da',
    'pypi a mutable git+https://git.example/a@96f36da git+https://git.example/a@96f36da',
  ],
  [
    'a @ hg+https://hg.example/a@releases/1.0',
    'pypi a mutable hg+https://hg.example/a@releases/1.0 hg+https://hg.example/a@releases/1.0',
  ],
  ['a @ git+https://git.example/a', 'pypi a mutable git+https://git.example/a git+https://git.example/a'],
  ['a @ git+https://user@git.example/a', 'pypi a mutable git+https://git.example/a git+https://git.example/a'],
  [
    'git+git@git.example:team/a.git@v1#egg=a',
    'pypi a mutable git+git@git.example:team/a.git@v1 git+git@git.example:team/a.git@v1',
  ],
  ['a @ https://x.example/a-1.2-py3-none-any.whl', 'pypi a 1.2 https://x.example/a-1.2-py3-none-any.whl'],
  ['https://x.example/a_b-1.2.tar.gz', 'pypi a-b 1.2 https://x.example/a_b-1.2.tar.gz'],
  [
    'a @ https://x.example/b-1.2.tar.gz',
    'pypi a mutable https://x.example/b-1.2.tar.gz https://x.example/b-1.2.tar.gz',
  ],
  [
    'a @ https://x.example/archive/main.zip',
    'pypi a mutable https://x.example/archive/main.zip https://x.example/archive/main.zip',
  ],
  [
    `a @ https://x.example/archive/main.zip --hash=sha256:${sha256}`,
    'pypi a exact https://x.example/archive/main.zip 1 hash',
  ],
  [`a @ https://x.example/main.zip#sha256=${sha256}`, 'pypi a exact https://x.example/main.zip 1 hash'],
  [`a @ https://x.example/archive/${commit}.zip`, `pypi a ${commit} https://x.example/archive/${commit}.zip`],
  ['./vendor/a-1.2-py3-none-any.whl', 'pypi a 1.2'],
  ['a-1.2.tar.gz', 'pypi a 1.2'],
  ['a @ file:///croot/a_1688/src', 'pypi a mutable file:///croot/a_1688/src'],
  ['-e ./libs/core#egg=core', 'own core'],
  ['-e /home/build/core#egg=core', 'own core'],
  ['-e file:///${PROJECT_ROOT}/core', 'unnamed file:///${PROJECT_ROOT}/core'],
  ['-e .', 'unnamed .'],
  ['.[dev]', 'unnamed .'],
  ['libs/core', 'unnamed libs/core'],
  ['-r other.txt', 'include other.txt'],
  ['-rother.txt', 'include other.txt'],
  ['--requirement=other-dev.txt', 'include other-dev.txt'],
  ['-r "my requirements.txt"', 'include my requirements.txt'],
  ['-c constraints.txt', 'constraints constraints.txt'],
  ['--index-url https://user:pass@pypi.example/simple', 'setting'],
  ['--extra-index-url=https://pypi.example/simple', 'setting'],
  ['-i https://pypi.example/simple', 'setting'],
  ['--no-binary :all:', 'setting'],
  ['--frobnicate=secret', 'problem the option "--frobnicate" is none that pip allows in a requirements file'],
  ['==2.3.4', 'problem "==2.3.4" is no requirement'],
  ['numpy=1.26.4', 'problem "numpy=1.26.4" is no requirement'],
  ['numpy==latest', 'problem "numpy==latest" is no requirement'],
  ['numpy 1.26', 'problem "numpy 1.26" is no requirement'],
  ['numpy-', 'problem "numpy-" is no requirement'],
  ['a @', 'problem "a @" is no requirement'],
  ['<!DOCTYPE html>', 'problem "<!DOCTYPE html>" is no requirement'],
  ['a ? https://user:pass@x.example/a', 'problem "a ? https://…" is no requirement'],
];

for (const [line, says] of lines) {
  test(`${line} is understood`, () => assert.equal(show(readStatement(line)), says));
}

function show(statement: Statement): string {
  if (statement.kind === 'include' || statement.kind === 'constraints') return `${statement.kind} ${statement.file}`;
  if (statement.kind === 'unnamed') return `unnamed ${statement.folder}`;
  if (statement.kind === 'setting') return 'setting';
  if (statement.kind === 'problem') return `problem ${statement.message}`;
  const { type, name, version, pinning, repository, archive, hashes, own, conditional, problems } = statement;
  if (own) return `own ${name}`;
  return [
    type,
    name,
    version ?? (pinning.kind === 'exact' ? 'exact' : `${pinning.kind} ${pinning.asked}`),
    repository?.vcsUrl,
    archive,
    hashes.length === 0 ? undefined : `${hashes.length} ${hashes.length === 1 ? 'hash' : 'hashes'}`,
    conditional ? 'where' : undefined,
    problems.length === 0 ? undefined : `${problems.length} problem`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
