/** A `tureen.yaml` of the base device with the given lines after its name and people, for examples that are about the device. */
export function deviceWith(lines: string): Readonly<Record<string, string>> {
  return {
    'tureen.yaml': `device: { name: Padder, manufacturer: Example Devices GmbH }\npeople:\n  - { id: ada, name: Ada Example }\n${lines}\n`,
  };
}
