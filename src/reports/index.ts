import type { Report } from '../model/report.ts';
import { soupList } from './soup-list.ts';

/** Every document that `report` can make. */
export const reports: readonly Report[] = [soupList];
