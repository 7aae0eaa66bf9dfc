import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-CRyOEqK0.js";

export { keepStudy };