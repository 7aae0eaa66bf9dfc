import { n as taskModule, r as validationFolds, t as pool } from "./task-module-DwC28XLI.js";

export { taskModule };