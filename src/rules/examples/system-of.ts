import { deviceWith } from './device-with.ts';
import { leftPad } from './left-pad.ts';

/** A target in parts, and left-pad that needs what the given members of `system:` say, for examples of rules. */
export function systemOf(needs: string, target = 'os: { name: Debian, version: "12" }, runtimes: { node: 22.4.0 }') {
  return {
    ...deviceWith(
      `target: { ${target} }\nsoftwareItems: [{ id: viewer, name: Viewer, class: B, rationale: r, sources: [package-lock.json] }]`,
    ),
    ...leftPad(`system: { ${needs} }`),
  };
}
