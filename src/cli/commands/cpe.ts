import { counted } from '../../base/counted.ts';
import type { ProductCandidate, ProductCandidates } from '../../app/evaluation/find-products.ts';
import type { Command, Paint } from '../command.ts';
import { safeText } from '../safe-text.ts';
import { limited } from '../show/limited.ts';
import { storePath } from '../store-path.ts';
import { tellDiagnostics } from '../tell-diagnostics.ts';

/** Lists the products of CVE records that packages may be, for a person to confirm. */
export const cpe: Command = {
  name: 'cpe',
  summary: 'list products of CVE records that a package may be, for a person to confirm in its record',
  usage: '[purl...]',
  options: [{ flags: '--store <file>', description: 'where the store lies' }],
  examples: ['tureen cpe', 'tureen cpe pkg:conan/libcurl'],
  run: async (context, purls, options) => {
    const { findProducts } = await import('../../app/evaluation/find-products.ts');
    const { packages, diagnostics } = await findProducts(context.host, storePath(context, options), purls);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (context.json) context.print(`${JSON.stringify({ packages, diagnostics }, undefined, 2)}\n`);
    else context.show(showProducts(packages, context.paint));
    await tellDiagnostics(context, context.host, errors);
    return errors.length === 0 ? 0 : 1;
  },
};

function showProducts(packages: readonly ProductCandidates[], paint: Paint): string {
  if (packages.length === 0)
    return 'every package belongs to an ecosystem that publishes advisories; name one to look for it all the same\n';
  const open = packages.filter(({ confirmed }) => confirmed.every(({ records }) => records === 0)).length;
  return [
    ...packages.map((one) => showOne(one, paint)),
    `A name proves nothing: look at the records, then write into the SOUP item (\`tureen draft\` makes one) under cpe:
  - { vendor: <vendor>, product: <product>, by: <you>, on: <day>, reason: <how you know> }
and run \`tureen evaluate\``,
    `${counted(packages.length, 'package')}, ${open} without a confirmed product`,
    '',
  ].join('\n');
}

function showOne({ package: soup, confirmed, candidates }: ProductCandidates, paint: Paint): string {
  return [
    paint('bold', safeText(soup)),
    ...confirmed.map(({ vendor, product, by, on, records }) => {
      const known = records === 0 ? ', of which the store holds no CVE record: is it spelt as there?' : '';
      return `  ${paint(records === 0 ? 'red' : 'green', 'confirmed')} ${safeText(`${vendor}/${product} by ${by} on ${on}${known}`)}`;
    }),
    ...limited(
      candidates.map((candidate) => showCandidate(candidate, paint)),
      { most: 10, rest: '--json shows them' },
      ' candidates',
    ).map((lines) => `  ${lines}`),
    ...(candidates.length + confirmed.length === 0
      ? [`  ${paint('dim', 'the store knows no product of this name')}`]
      : []),
    '',
  ].join('\n');
}

function showCandidate(candidate: ProductCandidate, paint: Paint): string {
  const { vendor, product, records, targetSoftware, latest, statedIn, summary } = candidate;
  const others = targetSoftware.length > 5 ? ` and ${targetSoftware.length - 5} more` : '';
  const made = targetSoftware.length === 0 ? '' : `, for ${targetSoftware.slice(0, 5).join(', ')}${others}`;
  const stated = statedIn.length === 0 ? '' : `, which ${statedIn.join(', ')} names`;
  const about =
    summary === undefined
      ? []
      : [`    ${paint('dim', safeText(summary.length > 90 ? `${summary.slice(0, 89)}…` : summary))}`];
  const said = `${vendor}/${product}${stated}: ${counted(records, 'CVE')}, the latest ${latest}${made}`;
  return [`${paint('yellow', 'candidate')} ${safeText(said)}`, ...about].join('\n');
}
