import { z } from 'zod';
export declare const taskFile: z.ZodObject<{
    type: z.ZodEnum<{
        "image-classification": "image-classification";
        "image-regression": "image-regression";
        "tabular-classification": "tabular-classification";
        "tabular-regression": "tabular-regression";
        "text-classification": "text-classification";
        "text-regression": "text-regression";
        "time-series-forecasting": "time-series-forecasting";
    }>;
    data: z.ZodString;
    target: z.ZodDefault<z.ZodString>;
    text: z.ZodExactOptional<z.ZodString>;
    image: z.ZodExactOptional<z.ZodString>;
    shape: z.ZodExactOptional<z.ZodArray<z.ZodInt>>;
    size: z.ZodExactOptional<z.ZodInt>;
    ignore: z.ZodDefault<z.ZodArray<z.ZodString>>;
    group: z.ZodExactOptional<z.ZodString>;
    time: z.ZodExactOptional<z.ZodString>;
    horizon: z.ZodExactOptional<z.ZodInt>;
    series: z.ZodExactOptional<z.ZodString>;
    season: z.ZodExactOptional<z.ZodInt>;
    known: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
    test: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodNumber, z.ZodString]>>;
}, z.core.$strict>;
