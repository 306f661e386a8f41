import { parseCoreMetadata } from '../base/formats/core-metadata.ts';
import type { Registry, RegistryReading } from '../model/plugs/registry.ts';
import { factsFrom, repositoryAmong } from './told.ts';

/** A CRAN mirror: the DESCRIPTION of the newest version, which says nothing certain of older ones. */
export const cran: Registry = {
  name: 'cran',
  title: 'CRAN mirror',
  configured: 'the repositories in renv.lock',
  ask: ({ name }, answers) =>
    answers.has('description')
      ? undefined
      : { name: 'description', path: ['web', 'packages', name, 'DESCRIPTION'], accept: 'text/plain, */*' },
  read: ({ name, version }, answers): RegistryReading => {
    const text = answers.get('description');
    if (text === undefined) return { kind: 'absent', reason: 'the mirror does not know the package' };
    const fields = parseCoreMetadata(
      text.replace(/^(Date)\/(Publication):/m, '$1-$2:').replace(/^Authors@R:/m, 'Authors-R:'),
    );
    const first = (field: string) => fields.get(field)?.[0]?.value;
    if (first('package') !== name) return { kind: 'damaged', reason: 'it is no DESCRIPTION of the package' };
    const latest = first('version');
    if (latest !== version) return { kind: 'facts', facts: factsFrom({ latest }) };
    const addresses = (first('url') ?? '').split(/[,\s]+/);
    return {
      kind: 'facts',
      facts: factsFrom({
        supplier: first('maintainer')?.split('<')[0],
        licence: first('license'),
        repository: repositoryAmong(addresses),
        homepage: addresses[0],
        latest,
        released: first('date-publication')?.slice(0, 10),
      }),
    };
  },
};
