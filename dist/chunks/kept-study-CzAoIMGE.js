import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-CdLNXcO7.js";

export { keepStudy };