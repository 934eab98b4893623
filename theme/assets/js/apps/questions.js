/* The question bank: a filtered list that stays in the order of the handbook. */
import { start } from "./filter.js";

/** Makes the filter work. */
export const mount = (root) => start(root);
