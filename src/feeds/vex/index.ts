import type { VexFeed } from '../../model/plugs/vex-feed.ts';
import { csafAggregator } from './csaf-aggregator.ts';
import { csafProvider } from './csaf-provider.ts';
import { vexRepository } from './vex-repository.ts';

/** Every way of publishing VEX that `vex sync` can follow. */
export const vexFeeds: readonly VexFeed[] = [vexRepository, csafProvider, csafAggregator];
