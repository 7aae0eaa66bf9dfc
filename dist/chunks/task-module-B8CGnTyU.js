import { a as validationFolds, i as taskModule, n as pool, r as readSplit, t as createLearner } from "./task-module-a_EfQ_mx.js";

export { taskModule };