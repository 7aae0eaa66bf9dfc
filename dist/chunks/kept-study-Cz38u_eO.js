import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-BOxEaR3S.js";

export { keepStudy };