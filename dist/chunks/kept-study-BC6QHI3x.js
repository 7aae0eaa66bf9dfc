import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-M_FNnqwk.js";

export { keepStudy };