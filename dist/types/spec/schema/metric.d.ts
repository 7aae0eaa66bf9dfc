import { z } from 'zod';
export declare const metricSchema: z.ZodObject<{
    name: z.ZodString;
    goal: z.ZodEnum<{
        maximize: "maximize";
        minimize: "minimize";
    }>;
    use: z.ZodDefault<z.ZodEnum<{
        best: "best";
        last: "last";
    }>>;
}, z.core.$strict>;
export declare const metricsSchema: z.ZodPipe<z.ZodUnion<readonly [z.ZodObject<{
    name: z.ZodString;
    goal: z.ZodEnum<{
        maximize: "maximize";
        minimize: "minimize";
    }>;
    use: z.ZodDefault<z.ZodEnum<{
        best: "best";
        last: "last";
    }>>;
}, z.core.$strict>, z.ZodArray<z.ZodObject<{
    name: z.ZodString;
    goal: z.ZodEnum<{
        maximize: "maximize";
        minimize: "minimize";
    }>;
    use: z.ZodDefault<z.ZodEnum<{
        best: "best";
        last: "last";
    }>>;
}, z.core.$strict>>]>, z.ZodTransform<{
    name: string;
    goal: "maximize" | "minimize";
    use: "best" | "last";
    more: {
        name: string;
        goal: "maximize" | "minimize";
        use: "best" | "last";
    }[];
}, {
    name: string;
    goal: "maximize" | "minimize";
    use: "best" | "last";
}[] | {
    name: string;
    goal: "maximize" | "minimize";
    use: "best" | "last";
}>>;
