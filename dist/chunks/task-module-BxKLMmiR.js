import { n as taskModule, r as validationFolds, t as pool } from "./task-module-BPWK_N4I.js";

export { taskModule };