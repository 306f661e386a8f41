import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Distribution } from './os-release.ts';
import { entryProblem } from '../../reading.ts';

/** What must be said of a database of packages when nobody knows which distribution they come from. */
export function vendorUnknown(file: string, distribution: Distribution | undefined): Diagnostic[] {
  if (distribution !== undefined) return [];
  return [
    entryProblem(
      { file },
      `${file} belongs to an unknown distribution: there is no etc/os-release or usr/lib/os-release with an ID beside it`,
      'Keep the os-release of the same root file system; without it the package URLs have no namespace and no advisory can be matched.',
    ),
  ];
}
