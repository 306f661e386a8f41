import { z } from 'zod';

const references = z.record(z.string(), z.string());

/** Up to version 3 by name, the key of a package; from version 4 keys, or names alone where there is only one such package. */
const dependencies = z.union([references, z.array(z.string())]);

const npmSchema = z.record(
  z.string(),
  z.object({
    integrity: z.string().optional(),
    tarball: z.string().optional(),
    dependencies: dependencies.optional(),
    optionalDependencies: z.array(z.string()).optional(),
    optionalPeers: z.array(z.string()).optional(),
  }),
);

const jsrSchema = z.record(
  z.string(),
  z.object({ integrity: z.string().optional(), dependencies: z.array(z.string()).optional() }),
);

const memberSchema = z.object({
  dependencies: z.array(z.string()).optional(),
  packageJson: z.object({ dependencies: z.array(z.string()).optional() }).optional(),
});

const workspaceSchema = memberSchema.extend({ members: z.record(z.string(), memberSchema).optional() });

/** What a member of a workspace asks for, as specifiers such as `npm:debug@4`. */
export type DenoMember = z.infer<typeof memberSchema>;
/** Packages of npm, by `name@version`, with what it was set up beside behind an underscore. */
export type DenoNpm = z.infer<typeof npmSchema>;
/** Packages of JSR, by `@scope/name@version`. */
export type DenoJsr = z.infer<typeof jsrSchema>;
/** A deno.lock of any version. */
export type DenoLock = z.infer<typeof denoLockSchema>;

/** The schema of a deno.lock, version 2 to 5; specifiers and packages stood elsewhere in each before version 4. */
export const denoLockSchema = z.object({
  version: z.enum(['2', '3', '4', '5']),
  specifiers: references.optional(),
  jsr: jsrSchema.optional(),
  npm: z.union([z.object({ specifiers: references, packages: npmSchema }), npmSchema]).optional(),
  packages: z
    .object({ specifiers: references.optional(), jsr: jsrSchema.optional(), npm: npmSchema.optional() })
    .optional(),
  remote: references.optional(),
  workspace: workspaceSchema.optional(),
});
