/** Results of the tests of the base device, for examples of verification: what came of TEST-PAD-3, and what was tested. */
export function testResults(
  outcome: 'passed' | 'failed' | 'skipped' | 'none',
  tested = 'pkg:npm/left-pad@1.3.0',
): Readonly<Record<string, string>> {
  const last =
    outcome === 'none'
      ? ''
      : `  - { document: DOC-TR-2, on: 2026-11-11, tested: [${tested}], ${outcome}: [TEST-PAD-3] }\n`;
  return {
    'soup/verification.yaml': `testIds: [TEST-*]
runs:
  - { document: DOC-TR-1, on: 2026-11-10, tested: [${tested}], passed: [TEST-PAD-1, TEST-PAD-2] }
${last}`,
  };
}
