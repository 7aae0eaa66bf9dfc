import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-_6QtW_iY.js";

export { keepStudy };