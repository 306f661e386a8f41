import { z } from 'zod';
import type { Diagnostic } from '../diagnostic.ts';
import { day, identifier, packagePattern, text } from './record.ts';

/** The reasons for which what a rule asks may be left undone, and what each means. */
export const waiverReasons = {
  'not-applicable': 'what the rule is about does not exist here',
  'covered-elsewhere': 'the evidence stands in another system, which the text names',
  'risk-accepted': 'the risk was judged and accepted, in the document that the text names',
  planned: 'it is done later, by the day on which the waiver ends',
  'wrong-finding': 'the tool is wrong; the text names the report of it',
} as const;

const waiver = z
  .strictObject({
    rule: text.meta({ description: 'Id of the rule, such as 62304/manufacturer' }),
    packages: packagePattern.optional().meta({ description: 'Only what the rule says of these packages' }),
    anomalies: z
      .array(text)
      .min(1)
      .optional()
      .meta({ description: 'Only what the rule says of these anomalies, each by any of its ids' }),
    files: text.optional().meta({ description: 'Only what the rule says of these files; a glob from the root' }),
    reason: z.enum(['not-applicable', 'covered-elsewhere', 'risk-accepted', 'planned', 'wrong-finding']),
    text: text.meta({ description: 'Why, in words that an auditor can follow' }),
    by: identifier,
    on: day,
    until: day.meta({ description: 'The last day on which it holds' }),
  })
  .meta({ description: 'A person’s decision to leave undone what a rule asks, for a reason and a time' });

/** The schema of `soup/waivers.yaml`: what is left undone on purpose. */
export const waiversSchema = z
  .strictObject({ waivers: z.array(waiver).default([]) })
  .meta({ title: 'Waivers', description: 'What is left undone on purpose, by whom, why and until when' });

/** The waivers of a device. */
export type Waivers = z.infer<typeof waiversSchema>;
/** A person's decision to leave undone what a rule asks, for a reason and a time. */
export type Waiver = Waivers['waivers'][number];

/** A waiver, where it stands, and whether its rule exists and its time is over. */
export type WaiverEntry = {
  readonly file: string;
  readonly index: number;
  readonly waiver: Waiver;
  readonly isKnownRule: boolean;
  /** Whether the rule was asked this time: another pack may ask it, or it waits until a file can be read. */
  readonly isAsked: boolean;
  readonly isExpired: boolean;
  /** How many diagnostics it waives, or would waive if its time were not over. */
  readonly meets: number;
  /** The anomalies in what it meets, by their ids, sorted. */
  readonly anomalies: readonly string[];
  /** Anomalies that it names and of which it meets nothing. */
  readonly unmet: readonly string[];
};

/** A diagnostic that counts for nothing, and stays to be seen with the waiver that says so. */
export type WaivedDiagnostic = { readonly diagnostic: Diagnostic; readonly by: WaiverEntry };
