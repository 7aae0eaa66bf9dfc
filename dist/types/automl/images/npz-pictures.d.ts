import { type Table } from '../table.js';
import type { PictureOptions } from './picture-sources.js';
/** Names that are looked for, in this order. */
export declare const arrayNames: {
    readonly train: {
        readonly pictures: readonly ['x_train', 'X_train', 'train_images', 'x', 'X', 'images', 'data', 'arr_0'];
        readonly targets: readonly ['y_train', 'train_labels', 'y', 'Y', 'labels', 'label', 'targets', 'target', 'arr_1'];
    };
    readonly test: {
        readonly pictures: readonly ['x_test', 'X_test', 'test_images', 'x', 'X', 'images', 'data', 'arr_0'];
        readonly targets: readonly ['y_test', 'test_labels', 'y', 'Y', 'labels', 'label', 'targets', 'target', 'arr_1'];
    };
};
/** The pictures of an `.npz` file: [count, height, width], with channels last or first, or pixels in a row. */
export declare function picturesOfNpz(bytes: Buffer, file: string, options: PictureOptions): Table;
