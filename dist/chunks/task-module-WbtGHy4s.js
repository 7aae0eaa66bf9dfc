import { n as taskModule, r as validationFolds, t as pool } from "./task-module-QAb4rRoQ.js";

export { taskModule };