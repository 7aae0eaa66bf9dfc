import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-BZdI3_3T.js";

export { keepStudy };