import { n as taskModule, r as validationFolds, t as pool } from "./task-module-DWVRvCJI.js";

export { taskModule };