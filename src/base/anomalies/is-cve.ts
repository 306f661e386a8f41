/** Whether an id is that of a CVE, as the format of its records has it. */
export function isCve(id: string): boolean {
  return /^CVE-\d{4}-\d{4,19}$/.test(id);
}
