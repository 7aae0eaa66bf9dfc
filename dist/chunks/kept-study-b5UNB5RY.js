import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-ahoxPI-j.js";

export { keepStudy };