import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-CWUu7xUl.js";

export { keepStudy };