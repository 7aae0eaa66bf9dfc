import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-wH1zINvN.js";

export { keepStudy };