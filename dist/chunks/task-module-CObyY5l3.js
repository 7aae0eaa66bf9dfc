import { n as taskModule, r as validationFolds, t as pool } from "./task-module-CiRFsfI6.js";

export { taskModule };