import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-DgZyemzl.js";

export { keepStudy };