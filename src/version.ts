import manifest from '../package.json' with { type: 'json' };

/** Tunegate's own version, as published. */
export const version: string = manifest.version;
