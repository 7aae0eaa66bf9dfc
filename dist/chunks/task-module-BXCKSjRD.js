import { a as validationFolds, i as taskModule, n as pool, r as readSplit, t as createLearner } from "./task-module-DZdRIi6l.js";

export { taskModule };