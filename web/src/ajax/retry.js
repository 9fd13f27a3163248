/**
 * The setting `retry`; a number is its limit.
 *
 * @typedef {object} Retry
 * @property {number} [limit] how many more requests after the first; 2
 * @property {string | string[]} [methods] methods that may be sent twice; GET HEAD PUT DELETE OPTIONS TRACE
 * @property {number | number[]} [statusCodes] 408 413 429 500 502 503 504; no answer at all always counts
 * @property {number} [backoff] the first wait in ms, doubled each time; 300. The actual wait is between half
 *   and all of it. Retry-After counts instead, where the answer has it
 * @property {number} [maxDelay] the longest wait in ms; 30000. If Retry-After is longer, there is no retry
 */

export {};
