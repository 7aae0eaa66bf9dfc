import type { Panel } from './panel.js';
/**
 * The season in steps, 1 for none: where values a season apart are alike, and those half, a third or a quarter of one apart
 * are less so, in the autocorrelation of the series without their straight trends, or of their differences, where a level that
 * wanders hides the season.
 */
export declare function findSeason({ frequency, series }: Panel): {
    readonly season: number;
    readonly note: string;
};
