import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-BQPtK6gH.js";

export { keepStudy };