import { z } from 'zod';
/** A metric beside the main one, as the gate looks at it. */
export declare const gateMetricFile: z.ZodObject<{
    goal: z.ZodEnum<{
        maximize: "maximize";
        minimize: "minimize";
    }>;
    'max-drop': z.ZodDefault<z.ZodNumber>;
    min: z.ZodExactOptional<z.ZodNumber>;
    max: z.ZodExactOptional<z.ZodNumber>;
    gates: z.ZodDefault<z.ZodBoolean>;
}, z.core.$strict>;
export declare const gateFile: z.ZodObject<{
    'max-drop': z.ZodDefault<z.ZodNumber>;
    confidence: z.ZodDefault<z.ZodNumber>;
    seeds: z.ZodDefault<z.ZodInt>;
    looks: z.ZodExactOptional<z.ZodArray<z.ZodInt>>;
    min: z.ZodExactOptional<z.ZodNumber>;
    max: z.ZodExactOptional<z.ZodNumber>;
    metrics: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodObject<{
        goal: z.ZodEnum<{
            maximize: "maximize";
            minimize: "minimize";
        }>;
        'max-drop': z.ZodDefault<z.ZodNumber>;
        min: z.ZodExactOptional<z.ZodNumber>;
        max: z.ZodExactOptional<z.ZodNumber>;
        gates: z.ZodDefault<z.ZodBoolean>;
    }, z.core.$strict>>>;
    baseline: z.ZodDefault<z.ZodEnum<{
        auto: "auto";
        file: "file";
        rerun: "rerun";
        stored: "stored";
    }>>;
    file: z.ZodDefault<z.ZodString>;
    data: z.ZodDefault<z.ZodArray<z.ZodString>>;
    paths: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
    setup: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodArray<z.ZodString>, z.ZodString]>>;
    base: z.ZodExactOptional<z.ZodString>;
}, z.core.$strict>;
export declare const gateSchema: z.ZodPipe<z.ZodObject<{
    'max-drop': z.ZodDefault<z.ZodNumber>;
    confidence: z.ZodDefault<z.ZodNumber>;
    seeds: z.ZodDefault<z.ZodInt>;
    looks: z.ZodExactOptional<z.ZodArray<z.ZodInt>>;
    min: z.ZodExactOptional<z.ZodNumber>;
    max: z.ZodExactOptional<z.ZodNumber>;
    metrics: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodObject<{
        goal: z.ZodEnum<{
            maximize: "maximize";
            minimize: "minimize";
        }>;
        'max-drop': z.ZodDefault<z.ZodNumber>;
        min: z.ZodExactOptional<z.ZodNumber>;
        max: z.ZodExactOptional<z.ZodNumber>;
        gates: z.ZodDefault<z.ZodBoolean>;
    }, z.core.$strict>>>;
    baseline: z.ZodDefault<z.ZodEnum<{
        auto: "auto";
        file: "file";
        rerun: "rerun";
        stored: "stored";
    }>>;
    file: z.ZodDefault<z.ZodString>;
    data: z.ZodDefault<z.ZodArray<z.ZodString>>;
    paths: z.ZodExactOptional<z.ZodArray<z.ZodString>>;
    setup: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodArray<z.ZodString>, z.ZodString]>>;
    base: z.ZodExactOptional<z.ZodString>;
}, z.core.$strict>, z.ZodTransform<{
    confidence: number;
    seeds: number;
    looks?: number[];
    min?: number;
    max?: number;
    metrics: Record<string, {
        goal: "maximize" | "minimize";
        'max-drop': number;
        min?: number;
        max?: number;
        gates: boolean;
    }>;
    baseline: "auto" | "file" | "rerun" | "stored";
    file: string;
    data: string[];
    paths?: string[];
    setup?: string | string[];
    base?: string;
    maxDrop: number;
}, {
    'max-drop': number;
    confidence: number;
    seeds: number;
    looks?: number[];
    min?: number;
    max?: number;
    metrics: Record<string, {
        goal: "maximize" | "minimize";
        'max-drop': number;
        min?: number;
        max?: number;
        gates: boolean;
    }>;
    baseline: "auto" | "file" | "rerun" | "stored";
    file: string;
    data: string[];
    paths?: string[];
    setup?: string | string[];
    base?: string;
}>>;
