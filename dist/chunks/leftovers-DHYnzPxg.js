import { n as studyMark, t as endLeftovers } from "./leftovers-BxW1Cemr.js";

export { endLeftovers };