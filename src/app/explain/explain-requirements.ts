import { UsageError } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import type { SbomProfile } from '../../model/plugs/sbom-profile.ts';
import { profiles } from '../../profiles/index.ts';

/** A profile of SBOMs with the requirements of it that were asked for. */
export type ExplainedProfile = Pick<SbomProfile, 'name' | 'title' | 'about' | 'requirements' | 'elsewhere'>;

/**
 * Explains a profile of SBOMs by its name, or one requirement by its id; `undefined` when the name is that of no profile.
 * Throws `UsageError` for a requirement that its profile has not.
 */
export function explainRequirements(wanted: string): ExplainedProfile | undefined {
  const [name = '', mnemonic] = wanted.toLowerCase().split('/');
  const profile = profiles.find((one) => one.name === name);
  if (profile === undefined) return undefined;
  const { title, about } = profile;
  const isMeant = ({ id }: { readonly id: string }) => mnemonic === undefined || id === `${name}/${mnemonic}`;
  const requirements = profile.requirements.filter(isMeant);
  const elsewhere = profile.elsewhere.filter(isMeant);
  if (requirements.length + elsewhere.length === 0)
    throw new UsageError(
      `the profile ${name} has no requirement ${quote(mnemonic ?? '')}`,
      `Run \`tureen explain ${name}\` for the list.`,
    );
  return { name, title, about, requirements, elsewhere };
}
