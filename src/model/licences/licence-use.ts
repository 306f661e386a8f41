import { z } from 'zod';

/** How a software item reaches its users; `hosted-service` gives nobody a copy. */
export const distribution = z
  .enum(['on-device', 'installed-app', 'hosted-service', 'browser-bundle', 'firmware', 'container'])
  .meta({ description: 'How the software item reaches its users; a hosted service gives nobody a copy' });

/** How a component is combined with what is one’s own. */
export const combination = z
  .enum(['static', 'dynamic', 'separate-process', 'network', 'header-only', 'build-time-only'])
  .meta({
    description: 'How it is combined with the product’s own code: in one program, beside it, or only to build it',
  });

/** How a software item reaches its users. */
export type Distribution = z.infer<typeof distribution>;
/** How a component is combined with what is one’s own. */
export type Combination = z.infer<typeof combination>;

/** The facts of use on which the obligations of a licence hang; `undefined` where nobody has stated one. */
export type LicenceUse = {
  readonly distribution: Distribution | undefined;
  readonly combination: Combination | undefined;
  readonly modified: boolean | undefined;
};
