import type { Tracker } from '../model/plugs/tracker.ts';
import { bugzilla } from './bugzilla.ts';
import { gitea } from './gitea.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { jira } from './jira.ts';

/** Every kind of issue tracker that can be asked for published anomalies. */
export const trackers: readonly Tracker[] = [bugzilla, gitea, github, gitlab, jira];
