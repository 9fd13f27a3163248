/** The name of the worker of a page's program, by which the script knows what it is started for. */
export const WORKER = "godeferred.go";
