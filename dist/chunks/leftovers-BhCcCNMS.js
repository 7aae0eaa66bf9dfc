import { n as studyMark, t as endLeftovers } from "./leftovers-BtuUVGEl.js";

export { endLeftovers };