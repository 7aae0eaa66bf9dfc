import { n as journalArtifact, r as keepStudy, t as fetchStudy } from "./kept-study-Czd9nC6-.js";

export { keepStudy };