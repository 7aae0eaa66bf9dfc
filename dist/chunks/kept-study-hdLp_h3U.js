import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-CG8V8HEg.js";

export { keepStudy };