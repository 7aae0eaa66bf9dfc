import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-CNOv3n6P.js";

export { keepStudy };