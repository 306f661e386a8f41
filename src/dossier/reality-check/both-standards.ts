import type { Question } from '../../model/answer.ts';

/** Question 8: whether the records of IEC 62304 also carry what IEC 81001-5-1 asks of the same components. */
export const bothStandards: Question = {
  id: 8,
  question: 'Can IEC 62304 and IEC 81001-5-1 be shown for the same components without double work?',
  ask: ({ items, device }) => {
    const used = items.filter(({ own }) => own.length > 0);
    const both = used.filter(({ filed: { record } }) => record.security !== undefined && record.support !== undefined);
    const lacking = used.filter((item) => !both.includes(item));
    const missing = [
      ...lacking.map(({ filed: { file, record } }) => ({
        text: `${record.soup} has no ${record.security === undefined ? 'risk transfer category' : 'support level'}`,
        place: { file },
      })),
      ...(device.record.vulnerabilityReview === undefined
        ? [{ text: 'no vulnerability review is planned', place: { file: device.file } }]
        : []),
    ];
    if (both.length === 0) return { answer: 'not-yet', evidence: [], missing };
    const evidence = [
      {
        text: `${both.length} of ${used.length} records carry the safety and the security facts of the same components`,
        place: { file: 'soup/items' },
      },
    ];
    return { answer: missing.length === 0 ? 'yes' : 'no', evidence, missing };
  },
};
