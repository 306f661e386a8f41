import type { Dossier } from '../model/dossier.ts';
import type { Filed } from '../model/filed.ts';
import type { KeyPath, KeyPlace } from '../model/place.ts';
import { anomalyDecisions } from './anomaly-decisions.ts';
import { licenceDecisions } from './licences/licence-decisions.ts';
import { sourceDecisions } from './source-decisions.ts';

/** A decision in the records: by whom and on what day, and where each of the two stands. */
export type SignedDecision = {
  readonly by: string | undefined;
  readonly on: string | undefined;
  readonly byAt: KeyPlace;
  readonly onAt: KeyPlace;
};

/** Everything that somebody decided on a day, but what the record of a SOUP item says of itself. */
export function signedDecisions(dossier: Dossier): readonly SignedDecision[] {
  const { device, items, licensing, releases, riskFile, verdicts, verification, waivers } = dossier;
  const { ssvc, scope, policy } = device.record;
  return [
    ...(ssvc === undefined ? [] : [signedIn(device, ['ssvc'], ssvc)]),
    ...scope.map((one, index) => signedIn(device, ['scope', index], one)),
    ...inEach(device, 'vexProducts', device.record.vexProducts),
    ...(policy?.rules ?? []).map((one, index) => signedIn(device, ['policy', 'rules', index], one)),
    ...sourceDecisions(device).map(({ source, keyPath }) => signedIn(device, keyPath, source)),
    ...(riskFile?.record.risks ?? []).flatMap(({ accepted }, index) =>
      accepted === undefined || riskFile === undefined
        ? []
        : [signedIn(riskFile, ['risks', index, 'accepted'], accepted)],
    ),
    ...releases.map(({ file, record }) => signedIn({ file }, ['recorded'], record.recorded)),
    ...inEach(verification, 'runs', verification?.record.runs),
    ...inEach(waivers, 'waivers', waivers?.record.waivers),
    ...verdicts.flatMap(({ file, index, verdict }) => [
      signedIn({ file }, ['verdicts', index], verdict),
      ...(verdict.approved === undefined
        ? []
        : [signedIn({ file }, ['verdicts', index, 'approved'], verdict.approved)]),
    ]),
    ...anomalyDecisions(items).map(({ by, on, at }) => ({ by, on, byAt: at, onAt: at })),
    ...licenceDecisions(licensing).map(({ line: { by, on }, place }) => ({ by, on, byAt: place, onAt: place })),
  ];
}

type Signature = { readonly by?: string | undefined; readonly on?: string | undefined };

function signedIn({ file }: { readonly file: string }, keyPath: KeyPath, { by, on }: Signature): SignedDecision {
  return { by, on, byAt: { file, keyPath: [...keyPath, 'by'] }, onAt: { file, keyPath: [...keyPath, 'on'] } };
}

function inEach(filed: Filed<unknown> | undefined, key: string, all: readonly Signature[] = []): SignedDecision[] {
  return filed === undefined ? [] : all.map((one, index) => signedIn(filed, [key, index], one));
}
