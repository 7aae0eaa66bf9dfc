import { z } from 'zod';
import type { taskFile } from './task.js';
/** The keys that say what a trial is, one of them in each spec. */
export declare const trialKinds: readonly ['module', 'keras', 'python', 'run'];
export declare const trialFile: z.ZodObject<{
    module: z.ZodExactOptional<z.ZodString>;
    keras: z.ZodExactOptional<z.ZodString>;
    python: z.ZodExactOptional<z.ZodString>;
    run: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodArray<z.ZodString>, z.ZodString]>>;
    shell: z.ZodExactOptional<z.ZodBoolean>;
    backend: z.ZodExactOptional<z.ZodEnum<{
        auto: "auto";
        cpu: "cpu";
        "tfjs-node": "tfjs-node";
        "tfjs-node-gpu": "tfjs-node-gpu";
        wasm: "wasm";
    }>>;
    discover: z.ZodExactOptional<z.ZodBoolean>;
    interpreter: z.ZodExactOptional<z.ZodString>;
    warm: z.ZodExactOptional<z.ZodBoolean>;
    stdout: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    metrics: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
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
    }>>>;
    env: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>>;
    'pass-env': z.ZodExactOptional<z.ZodArray<z.ZodString>>;
    timeout: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    resume: z.ZodExactOptional<z.ZodBoolean>;
    idle: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    memory: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    retries: z.ZodExactOptional<z.ZodInt>;
    grace: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    output: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
}, z.core.$strict>;
/** A trial of one kind, with what the file leaves out. */
export declare const trialSchema: z.ZodPipe<z.ZodObject<{
    module: z.ZodExactOptional<z.ZodString>;
    keras: z.ZodExactOptional<z.ZodString>;
    python: z.ZodExactOptional<z.ZodString>;
    run: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodArray<z.ZodString>, z.ZodString]>>;
    shell: z.ZodExactOptional<z.ZodBoolean>;
    backend: z.ZodExactOptional<z.ZodEnum<{
        auto: "auto";
        cpu: "cpu";
        "tfjs-node": "tfjs-node";
        "tfjs-node-gpu": "tfjs-node-gpu";
        wasm: "wasm";
    }>>;
    discover: z.ZodExactOptional<z.ZodBoolean>;
    interpreter: z.ZodExactOptional<z.ZodString>;
    warm: z.ZodExactOptional<z.ZodBoolean>;
    stdout: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    metrics: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
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
    }>>>;
    env: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodTransform<string, string | number | boolean>>>>;
    'pass-env': z.ZodExactOptional<z.ZodArray<z.ZodString>>;
    timeout: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    resume: z.ZodExactOptional<z.ZodBoolean>;
    idle: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    memory: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    retries: z.ZodExactOptional<z.ZodInt>;
    grace: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
    output: z.ZodExactOptional<z.ZodPipe<z.ZodUnion<readonly [z.ZodString, z.ZodNumber]>, z.ZodTransform<number, string | number>>>;
}, z.core.$strict>, z.ZodTransform<{
    env: Record<string, string>;
    passEnv: string[];
    grace: number;
    output: number;
    retries?: number;
    resume?: boolean;
    timeout?: number;
    idle?: number;
    memory?: number;
    discover?: boolean;
    task?: z.output<typeof taskFile>;
    module: string;
    backend: "auto" | "cpu" | "tfjs-node" | "tfjs-node-gpu" | "wasm";
} | {
    env: Record<string, string>;
    passEnv: string[];
    grace: number;
    output: number;
    retries?: number;
    resume?: boolean;
    timeout?: number;
    idle?: number;
    memory?: number;
    discover?: boolean;
    script: string;
    keras: boolean;
    interpreter: string;
    warm: boolean;
} | {
    env: Record<string, string>;
    passEnv: string[];
    grace: number;
    output: number;
    retries?: number;
    resume?: boolean;
    timeout?: number;
    idle?: number;
    memory?: number;
    run: string | string[];
    shell: boolean;
    stdout: string[];
    metrics?: ({
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
    })[];
}, {
    module?: string;
    keras?: string;
    python?: string;
    run?: string | string[];
    shell?: boolean;
    backend?: "auto" | "cpu" | "tfjs-node" | "tfjs-node-gpu" | "wasm";
    discover?: boolean;
    interpreter?: string;
    warm?: boolean;
    stdout?: string | string[];
    metrics?: ({
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
    })[];
    env?: Record<string, string>;
    'pass-env'?: string[];
    timeout?: number;
    resume?: boolean;
    idle?: number;
    memory?: number;
    retries?: number;
    grace?: number;
    output?: number;
}>>;
