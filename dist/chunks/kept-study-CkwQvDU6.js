import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-ANGCDKAF.js";

export { keepStudy };