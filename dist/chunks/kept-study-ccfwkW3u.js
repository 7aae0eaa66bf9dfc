import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-Bt6fffcT.js";

export { keepStudy };