import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-BDsWLJX9.js";

export { keepStudy };