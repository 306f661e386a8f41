/**
 * Settles once for this process whether text is painted: NO_COLOR that says anything, or the person, wins over FORCE_COLOR, and an
 * empty one of either says nothing (no-color.org, force-color.org). Node takes both together for a mistake, and paints.
 */
export function settleColours(environment: NodeJS.ProcessEnv, paintsNothing: boolean): void {
  if (paintsNothing) environment['NO_COLOR'] = '1';
  const { NO_COLOR: none = '', FORCE_COLOR: forced } = environment;
  if (none !== '' || forced === '') delete environment['FORCE_COLOR'];
}
