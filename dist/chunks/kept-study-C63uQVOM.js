import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-DL19rP2w.js";

export { keepStudy };