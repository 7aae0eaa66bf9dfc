import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-Czm-eTC2.js";

export { keepStudy };