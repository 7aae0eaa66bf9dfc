import { z } from 'zod';
import { durationPattern, parseDuration, parseSize, sizePattern } from '../quantities.ts';

/** In the file `15m` or seconds, in the program milliseconds. */
export const duration = z
  .union([
    z.string().meta({ pattern: durationPattern, examples: ['15m', '90s', '1h30m'] }),
    z.number().min(0),
  ])
  .transform((text, context) => {
    const ms = parseDuration(text);
    if (ms !== undefined) return ms;
    context.addIssue({ code: 'custom', message: 'duration' });
    return z.NEVER;
  });

/** In the file `1MiB` or bytes, in the program bytes. */
export const size = z
  .union([z.string().meta({ pattern: sizePattern, examples: ['1MiB', '512KiB'] }), z.number().min(1024)])
  .transform((text, context) => {
    const bytes = parseSize(text);
    if (bytes !== undefined && bytes >= 1024) return bytes;
    context.addIssue({ code: 'custom', message: 'size' });
    return z.NEVER;
  });
