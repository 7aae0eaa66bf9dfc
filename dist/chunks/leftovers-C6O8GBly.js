import { n as studyMark, t as endLeftovers } from "./leftovers-DgWXSwrR.js";

export { endLeftovers };