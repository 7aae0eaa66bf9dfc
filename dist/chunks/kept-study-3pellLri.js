import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-8HR-2yJ9.js";

export { keepStudy };