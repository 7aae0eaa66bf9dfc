import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-BVF-GnQZ.js";

export { keepStudy };