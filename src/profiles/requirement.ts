import type { SbomLevel, SbomQuestion, SbomRequirement } from '../model/plugs/sbom-profile.ts';

/** Makes a requirement of a profile from a question that others ask, too. */
export function requirement(
  id: string,
  element: string,
  level: SbomLevel,
  question: SbomQuestion,
  acceptsUnknown = false,
): SbomRequirement {
  return { ...question, id, element, level, acceptsUnknown };
}
