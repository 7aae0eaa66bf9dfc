import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-f5VEGeFy.js";

export { keepStudy };