import { type Finding } from './finding.js';
/** Parameters that a spec takes over by name, with `include`. */
export declare const fragments: {
    readonly resnet: Readonly<Record<string, import("../space/parameter.ts").ParameterDefinition>>;
    readonly xception: Readonly<Record<string, import("../space/parameter.ts").ParameterDefinition>>;
    readonly efficientnet: Readonly<Record<string, import("../space/parameter.ts").ParameterDefinition>>;
    readonly 'image-augmentation': Readonly<Record<string, import("../space/parameter.ts").ParameterDefinition>>;
};
export declare const fragmentNames: (keyof typeof fragments)[];
/** A document with the parameters of what it includes before its own, which come instead of those of the same name. */
export declare function withFragments(document: unknown): unknown;
/** Names that are no fragment, and fragments that bring a parameter of one name which the spec does not define itself. */
export declare function checkFragments(document: unknown): Finding[];
/** A finding where the document that was written has a place for it: what is wrong with an included parameter is at `include`. */
export declare function atInclude(finding: Finding, written: unknown): Finding;
