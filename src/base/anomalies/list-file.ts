/** Where the frozen list of anomalies of an item lies: in a file named as its record. */
export function listFile(itemFile: string): string {
  return itemFile.replace(/^soup\/items\//, 'soup/anomalies/').replace(/\.yaml$/, '.json');
}

/** Where the dispositions of an item lie: in a file named as its record. */
export function dispositionsFile(itemFile: string): string {
  return itemFile.replace(/^soup\/items\//, 'soup/dispositions/');
}
