import { z } from 'zod';
import { decodeText } from '../../base/decode-text.ts';
import { UsageError } from '../../base/errors.ts';
import { quote } from '../../base/quote.ts';
import { readJunit, type JunitResults, type Outcome } from '../../base/formats/junit.ts';
import { parsePurl } from '../../base/packages/purl.ts';
import type { Dossier } from '../../model/dossier.ts';
import { loadRecords } from '../../records/load.ts';
import { addRun, newVerification } from '../../records/writing/write-verification.ts';
import type { YamlValue } from '../../records/editing/render-yaml.ts';
import { sha256 } from '../hash-sources.ts';
import type { Host } from '../host.ts';
import { openDossier } from '../open-dossier.ts';
import { readNamedFile } from '../read-named-file.ts';
import { refuseStranger } from '../refuse-stranger.ts';
import { matchTests, type MatchedTests } from './match-tests.ts';

/** What a person says of the runs that the files do not. */
export type ImportOptions = {
  readonly on?: string | undefined;
  readonly by?: string | undefined;
  readonly environment?: string | undefined;
  /** Which names are tests, such as `TEST-*`. */
  readonly tests?: readonly string[];
};

/** What was recorded of one file of results. */
export type ImportedRun = {
  readonly file: string;
  readonly on: string;
  readonly versionsFrom: 'results' | 'inventory';
  readonly tested: readonly string[];
  readonly outcomes: Readonly<Record<Outcome, readonly string[]>>;
  /** Tests of the file whose id no record names. */
  readonly unmatched: number;
  readonly known: 'new' | 'changed' | 'unchanged';
};

/**
 * Records what files of test results say of the tests that requirements and controls name, with hash, date and the versions
 * of SOUP that were tested. Throws `UsageError` for a file that is none, and then nothing is written.
 */
export async function importTestResults(
  host: Host,
  files: readonly string[],
  options: ImportOptions = {},
): Promise<readonly ImportedRun[]> {
  const { dossier } = await openDossier(host);
  if (dossier === undefined)
    throw new UsageError('the records cannot be loaded', 'Run `tureen check` and mend what it shows first.');
  if (options.by !== undefined) refuseStranger(dossier.device.record, options.by);
  const bytes = await host.files.read(recordFile);
  let text = bytes === undefined ? undefined : decodeText(bytes);
  if (bytes !== undefined && dossier.verification === undefined)
    throw new UsageError(`${recordFile} cannot be read`, 'Run `tureen check` and mend what it shows first.');
  const imported: ImportedRun[] = [];
  for (const file of files) {
    const { results, hash } = await readResults(host, file);
    const found = match(dossier, results, options.tests ?? []);
    const on = dayOf(file, results, options.on);
    const versions = versionsOf(dossier, results, found);
    const before = dossier.verification?.record.runs.find((run) => run.file === file);
    const outcomes = byOutcome(found);
    const run: YamlValue = {
      file,
      sha256: hash,
      on,
      by: options.by,
      environment: options.environment,
      ...versions,
      passed: outcomes.passed,
      ...(outcomes.failed.length > 0 && { failed: outcomes.failed }),
      ...(outcomes.skipped.length > 0 && { skipped: outcomes.skipped }),
    };
    const edit = addRun(text ?? newVerification(testIds(found, options.tests)), run);
    if ('refused' in edit) throw new UsageError(`${recordFile} cannot be changed: ${edit.refused}`, edit.help);
    text = edit.text;
    const known = before === undefined ? 'new' : before.sha256 === hash ? 'unchanged' : 'changed';
    imported.push({ file, on, outcomes, unmatched: found.unmatched, known, ...versions });
  }
  if (text === undefined) return imported;
  const [fault] = loadRecords(new Map([[recordFile, text]])).diagnostics;
  if (fault !== undefined) throw new UsageError(fault.message, fault.help);
  await host.files.edit([{ path: recordFile, text, before: bytes }]);
  return imported;
}

const recordFile = 'soup/verification.yaml';
/** In bytes; the results of a hundred thousand tests come to less. */
const largest = 32 * 1024 * 1024;

async function readResults(
  host: Host,
  file: string,
): Promise<{ readonly results: JunitResults; readonly hash: string }> {
  const bytes = await readNamedFile(host, file, 'Keep the results in it: auditors open them.');
  const text = bytes.length > largest ? undefined : decodeText(bytes);
  if (text === undefined)
    throw new UsageError(`${file} is no UTF-8 text of at most 32 MB`, 'Write the results as JUnit XML.');
  const results = readJunit(text);
  if ('message' in results)
    throw new UsageError(
      `${file}:${results.at.line} is no JUnit XML: ${results.message}`,
      'Let the test runner write JUnit XML: pytest --junitxml, jest-junit, vitest --reporter=junit.',
    );
  if (results.cases.length === 0)
    throw new UsageError(`${file} holds no test`, 'Look why none ran: an empty file verifies nothing.');
  return { results, hash: sha256(bytes) };
}

function match(dossier: Dossier, { cases }: JunitResults, tests: readonly string[]): MatchedTests {
  const named = new Set(dossier.trace.links.flatMap(({ to, standing }) => (standing === undefined ? [] : [to])));
  return matchTests(cases, [...named], [...(dossier.verification?.record.testIds ?? []), ...tests]);
}

function dayOf(file: string, { days }: JunitResults, on: string | undefined): string {
  if (on !== undefined && !z.iso.date().safeParse(on).success)
    throw new UsageError(`${quote(on)} is no day`, 'Write --on as YYYY-MM-DD.');
  const day = days.at(-1) ?? on;
  if (day !== undefined) return day;
  throw new UsageError(`${file} does not tell when its tests ran`, 'Say it with --on YYYY-MM-DD.');
}

/** The versions that the results state, else those that the inventory has now of the items that the tests verify. */
function versionsOf(
  dossier: Dossier,
  results: JunitResults,
  { outcomes }: MatchedTests,
): Pick<ImportedRun, 'tested' | 'versionsFrom'> {
  const stated = [...results.properties, ...results.cases.flatMap(({ properties }) => properties)]
    .map(({ value }) => value.trim())
    .filter((value) => parsePurl(value)?.version !== undefined);
  if (stated.length > 0) return { versionsFrom: 'results', tested: [...new Set(stated)].toSorted() };
  const files = new Set(
    dossier.trace.links.filter(({ to, standing }) => standing && outcomes.has(to)).map(({ place }) => place.file),
  );
  const own = dossier.items.filter(({ filed }) => files.has(filed.file)).flatMap((item) => item.own);
  const tested = own.flatMap(({ component: { purl, version } }) =>
    version === undefined ? [] : purl.replace(/[?#].*$/s, ''),
  );
  return { versionsFrom: 'inventory', tested: [...new Set(tested)].toSorted() };
}

function byOutcome({ outcomes }: MatchedTests): ImportedRun['outcomes'] {
  const of = (wanted: Outcome) =>
    [...outcomes]
      .filter(([, outcome]) => outcome === wanted)
      .map(([id]) => id)
      .toSorted();
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** A new record says which names are tests: as told, or as all that were found begin. */
function testIds({ outcomes }: MatchedTests, told: readonly string[] | undefined): readonly string[] {
  if (told !== undefined && told.length > 0) return told;
  const beginnings = new Set([...outcomes.keys()].map((id) => /^[A-Za-z0-9]+-/.exec(id)?.[0] ?? id));
  return [...beginnings].toSorted().map((beginning) => (beginning.endsWith('-') ? `${beginning}*` : beginning));
}
