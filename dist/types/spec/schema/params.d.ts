import { z } from 'zod';
import type { ParameterDefinition, ParameterDefinitions } from '../../space/parameter.js';
export declare const namePattern: RegExp;
/** For people: what `namePattern` allows. */
export declare const nameWords = "letters from a to z or A to Z, digits, _ and -, not beginning with a digit or -";
/** The names of parameters and of options. */
export declare const names: z.ZodString;
export declare const parameterSchemas: {
    float: z.ZodObject<{
        when: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>, z.ZodObject<{
            min: z.ZodExactOptional<z.ZodNumber>;
            max: z.ZodExactOptional<z.ZodNumber>;
        }, z.core.$strict>]>>>;
        scale: z.ZodExactOptional<z.ZodEnum<{
            linear: "linear";
            log: "log";
            "reverse-log": "reverse-log";
        }>>;
        type: z.ZodLiteral<"float">;
        min: z.ZodNumber;
        max: z.ZodNumber;
        step: z.ZodExactOptional<z.ZodNumber>;
        default: z.ZodExactOptional<z.ZodNumber>;
    }, z.core.$strict>;
    int: z.ZodObject<{
        when: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>, z.ZodObject<{
            min: z.ZodExactOptional<z.ZodNumber>;
            max: z.ZodExactOptional<z.ZodNumber>;
        }, z.core.$strict>]>>>;
        scale: z.ZodExactOptional<z.ZodEnum<{
            linear: "linear";
            log: "log";
            "reverse-log": "reverse-log";
        }>>;
        type: z.ZodLiteral<"int">;
        min: z.ZodInt;
        max: z.ZodInt;
        step: z.ZodExactOptional<z.ZodInt>;
        default: z.ZodExactOptional<z.ZodInt>;
    }, z.core.$strict>;
    choice: z.ZodObject<{
        when: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>, z.ZodObject<{
            min: z.ZodExactOptional<z.ZodNumber>;
            max: z.ZodExactOptional<z.ZodNumber>;
        }, z.core.$strict>]>>>;
        type: z.ZodLiteral<"choice">;
        values: z.ZodExactOptional<z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>>;
        options: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodType<Readonly<Record<string, ParameterDefinition>>, unknown, z.core.$ZodTypeInternals<Readonly<Record<string, ParameterDefinition>>, unknown>>, z.ZodPipe<z.ZodNull, z.ZodTransform<{}, null>>]>>>;
        ordered: z.ZodExactOptional<z.ZodBoolean>;
        default: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>;
    }, z.core.$strict>;
    bool: z.ZodObject<{
        when: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>, z.ZodObject<{
            min: z.ZodExactOptional<z.ZodNumber>;
            max: z.ZodExactOptional<z.ZodNumber>;
        }, z.core.$strict>]>>>;
        type: z.ZodLiteral<"bool">;
        default: z.ZodExactOptional<z.ZodBoolean>;
    }, z.core.$strict>;
    constant: z.ZodObject<{
        when: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>, z.ZodObject<{
            min: z.ZodExactOptional<z.ZodNumber>;
            max: z.ZodExactOptional<z.ZodNumber>;
        }, z.core.$strict>]>>>;
        type: z.ZodLiteral<"constant">;
        value: z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>;
    }, z.core.$strict>;
    repeat: z.ZodObject<{
        when: z.ZodExactOptional<z.ZodRecord<z.ZodString, z.ZodUnion<readonly [z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>, z.ZodArray<z.ZodUnion<readonly [z.ZodString, z.ZodNumber, z.ZodBoolean]>>, z.ZodObject<{
            min: z.ZodExactOptional<z.ZodNumber>;
            max: z.ZodExactOptional<z.ZodNumber>;
        }, z.core.$strict>]>>>;
        type: z.ZodLiteral<"repeat">;
        min: z.ZodInt;
        max: z.ZodInt;
        of: z.ZodType<Readonly<Record<string, ParameterDefinition>>, unknown, z.core.$ZodTypeInternals<Readonly<Record<string, ParameterDefinition>>, unknown>>;
        default: z.ZodExactOptional<z.ZodUnion<readonly [z.ZodInt, z.ZodArray<z.ZodRecord<z.ZodString, z.ZodUnknown>>]>>;
    }, z.core.$strict>;
};
export type ParameterType = keyof typeof parameterSchemas;
export declare const parameterSchema: z.ZodType<ParameterDefinition>;
export declare const definitionsSchema: z.ZodType<ParameterDefinitions>;
