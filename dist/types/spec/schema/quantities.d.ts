import { z } from 'zod';
/** In the file `15m` or seconds, in the program milliseconds. */
export declare const duration: z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>;
/** In the file `1MiB` or bytes, in the program bytes. */
export declare const size: z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>;
