import type { Picture } from './picture.js';
/** A file that is no picture: the message says why, without the name of the file. */
export declare class UnreadablePicture extends Error {
    readonly name = "UnreadablePicture";
}
/** A picture and what was done to it. */
export interface Decoded {
    readonly picture: Picture;
    /** It was transparent in places: they are white now. */
    readonly alpha: boolean;
    /** It had 16 bits a channel: it has 8 now. */
    readonly deep: boolean;
    /** Its EXIF data said that the camera was held another way: it is upright now. */
    readonly turned: boolean;
}
/**
 * Decodes PNG or JPEG, told apart by content, whatever the file is called. Grey pictures in colour (all channels alike) get one
 * channel.
 *
 * @throws {UnreadablePicture}
 */
export declare function decodePicture(bytes: Uint8Array): Decoded;
