/** Why a package was not looked up of whose ecosystem the store holds nothing; an evaluation keeps it in these words. */
export function lackOfEcosystem(ecosystem: string): string {
  return `${beginning}${ecosystem}`;
}

/** Whether a reason that an evaluation keeps is that one, whatever else it says behind it. */
export function isLackOfEcosystem(reason: string): boolean {
  return reason.startsWith(beginning);
}

/** Files that were written before hold it. */
const beginning = 'the store holds no records for ';
