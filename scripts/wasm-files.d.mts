/** @param root of the repository, @param folder of the bundle */
export function copyWasmFiles(root: string, folder: string): void;
