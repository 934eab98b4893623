/* Written by `make javascript` from the Python code. Change those, not this. */
export const PLAN_VERSION = 1;
export const MOST_MINUTES = 10080;
export const MOST_PEOPLE = 1000;
export const MOST_NAME_BYTES = 100;
export const RESERVED_NAMES = ["index", "workshops", "planner", "cards"];
export const DEVICE_NAMES = ["con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "com¹", "com²", "com³", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³"];
