import { z } from 'zod';
import { parseJson } from '../../../base/formats/json/json.ts';
import { repositoryAt, withoutSecrets } from '../../../base/packages/repositories/package-address.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import type { Hash } from '../../../model/component.ts';
import { readHash, type PypiFacts } from '../pypi-package.ts';

const schema = z.object({
  url: z.string(),
  vcs_info: z.object({ vcs: z.string(), commit_id: z.string().optional() }).optional(),
  archive_info: z
    .object({ hash: z.string().optional(), hashes: z.record(z.string(), z.string()).optional() })
    .optional(),
  subdirectory: z.string().optional(),
});

/** Where a package comes from that no index served, as `direct_url.json` tells (PEP 610); nothing where there is none. */
export function readDirectUrl(
  text: string | undefined,
): Pick<PypiFacts, 'repository' | 'archive'> & { readonly hashes: readonly Hash[] } {
  const json = parseJson(text ?? '');
  const checked = 'message' in json ? undefined : checkSchema(schema, json.value);
  if (checked?.ok !== true) return { hashes: [] };
  const { url, vcs_info: repository, archive_info: archive, subdirectory } = checked.value;
  if (repository !== undefined)
    return { repository: repositoryAt(repository.vcs, url, repository.commit_id, subdirectory), hashes: [] };
  if (archive === undefined || !/^https?:/.test(url)) return { hashes: [] };
  const stated = Object.entries(archive.hashes ?? {}).map(([name, value]) => `${name}:${value}`);
  const words = stated.length > 0 ? stated : [archive.hash?.replace('=', ':') ?? ''];
  return { archive: withoutSecrets(url), hashes: words.flatMap((word) => readHash(word, 'archive') ?? []) };
}
