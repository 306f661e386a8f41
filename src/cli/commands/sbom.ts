import type { CommandGroup } from '../command.ts';
import { sbomCommands } from './sbom/index.ts';

/** Works on an SBOM of anybody. */
export const sbom: CommandGroup = {
  name: 'sbom',
  summary: 'work on an SBOM, of this product or of anybody',
  commands: sbomCommands,
};
