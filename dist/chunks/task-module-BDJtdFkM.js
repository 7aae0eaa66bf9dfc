import { n as taskModule, r as validationFolds, t as pool } from "./task-module-DEfXRm8S.js";

export { taskModule };