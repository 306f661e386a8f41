import { UsageError } from '../../base/errors.ts';
import type { Device } from '../../model/records/device.ts';
import type { Records } from '../../records/load.ts';

/** The device that records are about. Throws `UsageError` where there is none, or `tureen.yaml` cannot be read. */
export function deviceOf({ device, diagnostics }: Records): Device {
  if (device !== undefined) return device.record;
  const fault = diagnostics.find(({ place }) => place.file === 'tureen.yaml');
  throw fault === undefined
    ? new UsageError(
        'there is no tureen.yaml here',
        'Run `tureen init` in the root of the device’s repository, or name another folder with --cwd.',
      )
    : new UsageError(`tureen.yaml cannot be read: ${fault.message}`, fault.help);
}
