import { n as taskModule, r as validationFolds, t as pool } from "./task-module-DCgw5JWR.js";

export { taskModule };