/** The known word that a misspelt one means; undefined when none is near. Letter case does not count. */
export declare function closestWord(word: string, known: readonly string[]): string | undefined;
