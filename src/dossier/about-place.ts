import { dispositionsFile, listFile } from '../base/anomalies/list-file.ts';
import type { Dossier } from '../model/dossier.ts';
import type { Place } from '../model/place.ts';
import type { Matter } from '../model/plugs/rule.ts';

/** What a place of the records is about: the package of a SOUP item, or what a verdict judges; empty for what is about the device. */
export function aboutPlaces({
  items,
  verdicts,
}: Pick<Dossier, 'items' | 'verdicts'>): (place: Place) => readonly Matter[] {
  const ofFile = new Map(
    items.flatMap(({ filed: { file, record } }) =>
      [file, listFile(file), dispositionsFile(file)].map((path) => [path, [{ purl: record.soup }]] as const),
    ),
  );
  const judgedIn = new Map(verdicts.map(({ file, index, verdict }) => [`${index} ${file}`, verdict.judged]));
  return (place) => {
    const keys = 'keyPath' in place ? place.keyPath : [];
    const judged = keys[0] === 'verdicts' ? judgedIn.get(`${keys[1]} ${place.file}`) : undefined;
    if (judged === undefined) return ofFile.get(place.file) ?? [];
    const one = keys[2] === 'judged' && typeof keys[3] === 'number' ? judged[keys[3]] : undefined;
    return (one === undefined ? judged : [one]).map(({ package: purl, anomaly, aliases }) => ({
      purl,
      anomalies: [anomaly, ...aliases],
    }));
  };
}
