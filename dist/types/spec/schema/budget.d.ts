import { z } from 'zod';
export declare const budgetSchema: z.ZodObject<{
    time: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    trials: z.ZodExactOptional<z.ZodInt>;
    epochs: z.ZodExactOptional<z.ZodInt>;
    'total-epochs': z.ZodExactOptional<z.ZodInt>;
    cost: z.ZodExactOptional<z.ZodNumber>;
    price: z.ZodExactOptional<z.ZodNumber>;
    disk: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    workers: z.ZodDefault<z.ZodUnion<readonly [z.ZodLiteral<"auto">, z.ZodInt]>>;
    'no-improvement': z.ZodExactOptional<z.ZodInt>;
    'early-end': z.ZodExactOptional<z.ZodBoolean>;
    'trials-per-gpu': z.ZodExactOptional<z.ZodInt>;
}, z.core.$strict>;
