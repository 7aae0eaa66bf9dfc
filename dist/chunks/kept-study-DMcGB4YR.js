import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-DXJicd9Q.js";

export { keepStudy };