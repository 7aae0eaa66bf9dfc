import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-B3oLEI8U.js";

export { keepStudy };