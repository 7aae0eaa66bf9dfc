import { z } from 'zod';
import { taskFile } from './schema/task.js';
/**
 * The schema of a spec, a file for each of its sections in `schema/`: types (`spec.ts`), the published JSON Schema and the
 * documentation come from here. What no schema can say (a default outside its range, a condition on nothing) is in
 * `semantics.ts` and `rules/`.
 *
 * `trialFile` and `gateFile` have the shape of the file, with keys in kebab-case; the spec has what the program makes
 * of them.
 */
/** The version of the spec's format that this program reads. */
export declare const specVersion = 1;
export declare const valuesFile: z.ZodObject<{
    file: z.ZodString;
    at: z.ZodExactOptional<z.ZodString>;
}, z.core.$strict>;
/** A spec: its input is the file, its output what the program works with. */
export declare const specSchema: z.ZodObject<{
    $schema: z.ZodExactOptional<z.ZodString>;
    version: z.ZodDefault<z.ZodLiteral<1>>;
    name: z.ZodString;
    task: z.ZodExactOptional<z.ZodObject<{
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
    }, z.core.$strict>>;
    trial: z.ZodPipe<z.ZodObject<{
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
    metric: z.ZodPipe<z.ZodUnion<readonly [z.ZodObject<{
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
    constraints: z.ZodPrefault<z.ZodPipe<z.ZodRecord<z.ZodString, z.ZodObject<{
        min: z.ZodExactOptional<z.ZodNumber>;
        max: z.ZodExactOptional<z.ZodNumber>;
    }, z.core.$strict>>, z.ZodTransform<{
        min?: number;
        max?: number;
        name: string;
    }[], Record<string, {
        min?: number;
        max?: number;
    }>>>>;
    include: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    params: z.ZodPrefault<z.ZodRecord<z.ZodString, z.ZodType<import("../space/parameter.ts").ParameterDefinition, unknown, z.core.$ZodTypeInternals<import("../space/parameter.ts").ParameterDefinition, unknown>>>>;
    values: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
        file: z.ZodString;
        at: z.ZodExactOptional<z.ZodString>;
    }, z.core.$strict>]>>;
    search: z.ZodPrefault<z.ZodObject<{
        strategy: z.ZodDefault<z.ZodEnum<{
            asha: "asha";
            auto: "auto";
            bayesian: "bayesian";
            evolution: "evolution";
            grid: "grid";
            hyperband: "hyperband";
            local: "local";
            random: "random";
            sobol: "sobol";
            tpe: "tpe";
        }>>;
        seed: z.ZodDefault<z.ZodInt>;
        repeats: z.ZodDefault<z.ZodBoolean>;
        confirm: z.ZodDefault<z.ZodUnion<readonly [z.ZodBoolean, z.ZodInt]>>;
        'try-first': z.ZodExactOptional<z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnknown>>>;
        'warm-start': z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
        inherit: z.ZodExactOptional<z.ZodBoolean>;
        proxies: z.ZodExactOptional<z.ZodArray<z.ZodEnum<{
            flops: "flops";
            jacob_cov: "jacob_cov";
            parameters: "parameters";
            synflow: "synflow";
        }>>>;
        candidates: z.ZodExactOptional<z.ZodInt>;
        eta: z.ZodExactOptional<z.ZodNumber>;
        'min-epochs': z.ZodExactOptional<z.ZodInt>;
        'early-stopping': z.ZodExactOptional<z.ZodEnum<{
            median: "median";
            none: "none";
            wilcoxon: "wilcoxon";
        }>>;
        points: z.ZodExactOptional<z.ZodInt>;
        population: z.ZodExactOptional<z.ZodInt>;
        tournament: z.ZodExactOptional<z.ZodInt>;
    }, z.core.$strict>>;
    budget: z.ZodPrefault<z.ZodObject<{
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
    }, z.core.$strict>>;
    gate: z.ZodPrefault<z.ZodUnion<readonly [z.ZodLiteral<false>, z.ZodPipe<z.ZodObject<{
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
    }>>]>>;
}, z.core.$strict>;
/** The same for a search that another program drives: what is trained is that program's affair. */
export declare const drivenSpecSchema: z.ZodObject<{
    $schema: z.ZodExactOptional<z.ZodString>;
    version: z.ZodDefault<z.ZodLiteral<1>>;
    name: z.ZodString;
    task: z.ZodExactOptional<z.ZodObject<{
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
    }, z.core.$strict>>;
    metric: z.ZodPipe<z.ZodUnion<readonly [z.ZodObject<{
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
    constraints: z.ZodPrefault<z.ZodPipe<z.ZodRecord<z.ZodString, z.ZodObject<{
        min: z.ZodExactOptional<z.ZodNumber>;
        max: z.ZodExactOptional<z.ZodNumber>;
    }, z.core.$strict>>, z.ZodTransform<{
        min?: number;
        max?: number;
        name: string;
    }[], Record<string, {
        min?: number;
        max?: number;
    }>>>>;
    include: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    params: z.ZodPrefault<z.ZodRecord<z.ZodString, z.ZodType<import("../space/parameter.ts").ParameterDefinition, unknown, z.core.$ZodTypeInternals<import("../space/parameter.ts").ParameterDefinition, unknown>>>>;
    values: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodObject<{
        file: z.ZodString;
        at: z.ZodExactOptional<z.ZodString>;
    }, z.core.$strict>]>>;
    budget: z.ZodPrefault<z.ZodObject<{
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
    }, z.core.$strict>>;
    gate: z.ZodPrefault<z.ZodUnion<readonly [z.ZodLiteral<false>, z.ZodPipe<z.ZodObject<{
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
    }>>]>>;
    trial: z.ZodPipe<z.ZodPrefault<z.ZodObject<{
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
    }, z.core.$strict>>, z.ZodTransform<{
        resume: boolean;
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
    search: z.ZodPrefault<z.ZodObject<{
        strategy: z.ZodDefault<z.ZodEnum<{
            asha: "asha";
            auto: "auto";
            bayesian: "bayesian";
            evolution: "evolution";
            grid: "grid";
            hyperband: "hyperband";
            local: "local";
            random: "random";
            sobol: "sobol";
            tpe: "tpe";
        }>>;
        seed: z.ZodDefault<z.ZodInt>;
        repeats: z.ZodDefault<z.ZodBoolean>;
        'try-first': z.ZodExactOptional<z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnknown>>>;
        'warm-start': z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
        inherit: z.ZodExactOptional<z.ZodBoolean>;
        proxies: z.ZodExactOptional<z.ZodArray<z.ZodEnum<{
            flops: "flops";
            jacob_cov: "jacob_cov";
            parameters: "parameters";
            synflow: "synflow";
        }>>>;
        candidates: z.ZodExactOptional<z.ZodInt>;
        eta: z.ZodExactOptional<z.ZodNumber>;
        'min-epochs': z.ZodExactOptional<z.ZodInt>;
        'early-stopping': z.ZodExactOptional<z.ZodEnum<{
            median: "median";
            none: "none";
            wilcoxon: "wilcoxon";
        }>>;
        points: z.ZodExactOptional<z.ZodInt>;
        population: z.ZodExactOptional<z.ZodInt>;
        tournament: z.ZodExactOptional<z.ZodInt>;
        confirm: z.ZodDefault<z.ZodUnion<readonly [z.ZodBoolean, z.ZodInt]>>;
    }, z.core.$strict>>;
}, z.core.$strict>;
