import { z } from 'zod';
export declare const metricFile: z.ZodObject<{
    file: z.ZodString;
    format: z.ZodExactOptional<z.ZodEnum<{
        csv: "csv";
        json: "json";
        jsonl: "jsonl";
        tensorboard: "tensorboard";
        toml: "toml";
        tsv: "tsv";
        yaml: "yaml";
    }>>;
    step: z.ZodExactOptional<z.ZodString>;
    'first-step': z.ZodExactOptional<z.ZodInt>;
    values: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
}, z.core.$strict>;
/** Files that a command writes metrics to: one, or a list. */
export declare const metricFiles: z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
    file: z.ZodString;
    format: z.ZodExactOptional<z.ZodEnum<{
        csv: "csv";
        json: "json";
        jsonl: "jsonl";
        tensorboard: "tensorboard";
        toml: "toml";
        tsv: "tsv";
        yaml: "yaml";
    }>>;
    step: z.ZodExactOptional<z.ZodString>;
    'first-step': z.ZodExactOptional<z.ZodInt>;
    values: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
}, z.core.$strict>, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
    file: z.ZodString;
    format: z.ZodExactOptional<z.ZodEnum<{
        csv: "csv";
        json: "json";
        jsonl: "jsonl";
        tensorboard: "tensorboard";
        toml: "toml";
        tsv: "tsv";
        yaml: "yaml";
    }>>;
    step: z.ZodExactOptional<z.ZodString>;
    'first-step': z.ZodExactOptional<z.ZodInt>;
    values: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
}, z.core.$strict>]>>]>, z.ZodTransform<({
    file: string;
    format?: "csv" | "json" | "jsonl" | "tensorboard" | "toml" | "tsv" | "yaml";
    step?: string;
    values?: Record<string, string>;
} | {
    file: string;
    format?: "csv" | "json" | "jsonl" | "tensorboard" | "toml" | "tsv" | "yaml";
    step?: string;
    values?: Record<string, string>;
    firstStep: number;
})[], string | (string | {
    file: string;
    format?: "csv" | "json" | "jsonl" | "tensorboard" | "toml" | "tsv" | "yaml";
    step?: string;
    'first-step'?: number;
    values?: Record<string, string>;
})[] | {
    file: string;
    format?: "csv" | "json" | "jsonl" | "tensorboard" | "toml" | "tsv" | "yaml";
    step?: string;
    'first-step'?: number;
    values?: Record<string, string>;
}>>;
