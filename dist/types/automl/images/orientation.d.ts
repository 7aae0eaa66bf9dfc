import type { Picture } from './picture.js';
/** How a JPEG is to be turned, 1 (as it is) to 8: tag 0x0112 of its EXIF data (CIPA DC-008, 4.6.4). */
export declare function turnOf(bytes: Uint8Array): number;
/** The picture as it is to be seen. */
export declare function turned(picture: Picture, turn: number): Picture;
