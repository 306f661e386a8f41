/** What switches a profile of a pom on without being asked for; of several conditions all must hold. */
export type PomActivation = {
  readonly activeByDefault: boolean;
  readonly property: { readonly name: string; readonly value: string | undefined } | undefined;
  /** A range of Java's versions, or the beginning of one. */
  readonly jdk: string | undefined;
  /** Whether it also hangs on what only the building machine tells, such as its system or its files. */
  readonly hangsOnMachine: boolean;
};

/** Whether a profile is on by itself in every build, or in none, or may be, as the building machine decides. */
export type ProfileSwitch = 'on' | 'off' | 'open';

/** Decides by the conditions of a profile and the properties that the command line always sets; its default is not asked. */
export function profileSwitch(
  { property, jdk, hangsOnMachine }: PomActivation,
  properties: ReadonlyMap<string, string>,
): ProfileSwitch {
  const conditions: readonly ProfileSwitch[] = [
    ...(property === undefined ? [] : [switchOfProperty(property, properties)]),
    ...(jdk === undefined ? [] : [switchOfJdk(jdk)]),
    ...(hangsOnMachine ? ['open' as const] : []),
  ];
  if (conditions.length === 0 || conditions.includes('off')) return 'off';
  return conditions.includes('open') ? 'open' : 'on';
}

function switchOfProperty(
  { name, value }: NonNullable<PomActivation['property']>,
  properties: ReadonlyMap<string, string>,
): ProfileSwitch {
  const key = name.replace(/^!/, '');
  const set = properties.get(key);
  if (set === undefined && /^(?:env|java|os|user)\./.test(key)) return 'open';
  if (name.startsWith('!')) return set === undefined ? 'on' : 'off';
  if (value === undefined) return set === undefined ? 'off' : 'on';
  const holds = value.startsWith('!') ? set !== value.slice(1) : set === value;
  return holds ? 'on' : 'off';
}

/** Maven 3.9 and 4 run with Java 8 or later, so that what older ones decide is decided. */
function switchOfJdk(jdk: string): ProfileSwitch {
  const [, open, from = '', to = '', close] =
    /^([[(])\s*(?:([^\s,]+)\s*)?,\s*(?:([^\s,\])]+)\s*)?([\])])$/.exec(jdk) ?? [];
  if (open === undefined) {
    if (majorOf(jdk.replace(/^!/, '')) >= 8) return 'open';
    return jdk.startsWith('!') ? 'on' : 'off';
  }
  if (majorOf(to) < 8 || (close === ')' && isEight(to))) return 'off';
  const isFromOld = from === '' || majorOf(from) < 8 || (open === '[' && isEight(from));
  return isFromOld && to === '' ? 'on' : 'open';
}

/** `1.8` is 8, as `8` is. */
function majorOf(version: string): number {
  return Number(/^(?:1\.(?=\d))?(\d+)/.exec(version)?.[1] ?? Number.POSITIVE_INFINITY);
}

function isEight(version: string): boolean {
  return /^(?:1\.)?8(?:\.0)?$/.test(version);
}
