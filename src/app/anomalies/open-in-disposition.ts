import { askRules } from '../../dossier/ask-rules.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { chooseRules } from '../../rules/choose-rules.ts';
import { rules } from '../../rules/index.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';

/** What the rules of the device have against the last disposition of a file, as it lies there now. */
export async function openInDisposition(host: Host, file: string): Promise<readonly Diagnostic[]> {
  const { dossier } = await openDossier(host, { usage: true });
  const filed = dossier?.items.find(({ anomalies }) => anomalies.dispositions?.file === file);
  if (dossier === undefined || filed === undefined) return [];
  const last = (filed.anomalies.dispositions?.record.dispositions.length ?? 0) - 1;
  return askRules(chooseRules(rules, dossier.device).rules, dossier, rules).open.filter(({ place }) => {
    const [key, index] = 'keyPath' in place ? place.keyPath : [];
    return place.file === file && key === 'dispositions' && index === last;
  });
}
