import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-XppcWVBi.js";

export { keepStudy };