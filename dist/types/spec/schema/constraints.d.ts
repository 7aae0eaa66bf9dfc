import { z } from 'zod';
export declare const constraintFile: z.ZodObject<{
    min: z.ZodExactOptional<z.ZodNumber>;
    max: z.ZodExactOptional<z.ZodNumber>;
}, z.core.$strict>;
export declare const constraintsSchema: z.ZodPipe<z.ZodRecord<z.ZodString, z.ZodObject<{
    min: z.ZodExactOptional<z.ZodNumber>;
    max: z.ZodExactOptional<z.ZodNumber>;
}, z.core.$strict>>, z.ZodTransform<{
    min?: number;
    max?: number;
    name: string;
}[], Record<string, {
    min?: number;
    max?: number;
}>>>;
