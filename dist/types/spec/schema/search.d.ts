import { z } from 'zod';
export declare const strategyNames: readonly ['auto', 'bayesian', 'tpe', 'asha', 'hyperband', 'evolution', 'local', 'random', 'grid', 'sobol'];
export declare const searchSchema: z.ZodObject<{
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
}, z.core.$strict>;
