import { axios, ecosystemRange, npm, semverRange, testJudged } from '../../../../test/judged-by-one-record.ts';
import { affects } from '../../../../test/sample-advisory.ts';
import { component } from '../../../../test/sample-component.ts';

testJudged([
  {
    title: 'several entries of one package are joined by or',
    of: axios('1.6.0'),
    by: [
      npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '0.28.0' })] }),
      npm({ ranges: [semverRange({ introduced: '1.0.0' }, { fixed: '1.6.8' })] }),
    ],
    result: 'affected',
  },
  {
    title: 'an entry of another package says nothing',
    of: axios('1.6.0'),
    by: [
      npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.0.0' })] }),
      affects('npm', 'axios-mock', { ranges: [semverRange({ introduced: '0' })] }),
      affects('PyPI', 'axios', { ranges: [ecosystemRange({ introduced: '0' })] }),
    ],
    result: 'not-affected',
  },
  {
    title: 'an npm range of the type ECOSYSTEM is ordered like one of the type SEMVER',
    of: axios('1.10.0'),
    by: [npm({ ranges: [ecosystemRange({ introduced: '1.9.0' }, { fixed: '1.11.0' })] })],
    result: 'affected',
  },
  {
    title: 'an npm name keeps its case',
    of: component('pkg:npm/JSONStream@1.0.0'),
    by: [affects('npm', 'jsonstream', { ranges: [semverRange({ introduced: '0' })] })],
    result: 'no finding',
  },
  {
    title: 'a Python name is one name in every spelling',
    of: component('pkg:pypi/zope-interface@5.0', { name: 'zope-interface' }),
    by: [affects('PyPI', 'Zope.Interface', { ranges: [ecosystemRange({ introduced: '0' })] })],
    result: 'affected',
  },
  {
    title: 'a Python name may have points and underscores on the side of the component',
    of: component('pkg:pypi/Zope._Interface@5.0', { name: 'Zope._Interface' }),
    by: [affects('PyPI', 'zope-interface', { ranges: [ecosystemRange({ introduced: '0' })] })],
    result: 'affected',
  },
  {
    title: 'a type without an ecosystem has no findings',
    of: component('pkg:generic/axios@1.6.0'),
    by: [npm({ ranges: [semverRange({ introduced: '0' })] })],
    result: 'no finding',
  },
]);
