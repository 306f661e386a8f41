import type { DatabaseSync } from 'node:sqlite';
import type { HeldContent } from '../../app/store-content.ts';
import { heldDatabases } from './cve-rows.ts';
import { heldLists } from './fact-rows.ts';
import { heldSources } from './source-rows.ts';

/** What a store that was fetched at an instant holds, and how each part of it stood. */
export function heldContent(database: DatabaseSync, fetched: string): HeldContent {
  const meta = database.prepare('SELECT value FROM meta WHERE name = ?');
  const asked = meta.get('asked')?.['value'];
  return {
    rebuilt: String(meta.get('rebuilt')?.['value']),
    fetched,
    asked: asked === undefined ? {} : (JSON.parse(String(asked)) as HeldContent['asked']),
    sources: heldSources(database),
    lists: heldLists(database),
    databases: heldDatabases(database),
  };
}
