import { n as taskModule, r as validationFolds, t as pool } from "./task-module-6YfAepG8.js";

export { taskModule };