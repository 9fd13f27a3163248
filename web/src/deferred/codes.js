// The numbers of package machine (deferred/internal/machine), which explains each. A test compares
// both copies.

export const PENDING = 0;
export const RESOLVED = 1;
export const REJECTED = 2;
export const OUTCOME_MASK = 3;

export const NOTIFIED = 1 << 2;
export const HANDLED = 1 << 3;
export const FIRING = 1 << 4;
export const NOTIFYING = 1 << 5;
export const LOCKED = 1 << 6;
export const STATE_MASK = (1 << 7) - 1;

export const ADD_DONE = 0;
export const ADD_FAIL = 1;
export const ADD_ALWAYS = 2;
export const ADD_PROGRESS = 3;
export const THEN = 4;
export const RESOLVE = 5;
export const REJECT = 6;
export const FIRED = 7;
export const NOTIFY = 8;
export const PROGRESSED = 9;
export const LOCK = 10;
export const UNLOCK = 11;
export const EVENTS = 16;

export const KEEP_DONE = 1 << 7;
export const KEEP_FAIL = 1 << 8;
export const KEEP_PROGRESS = 1 << 9;
export const KEEP_THEN = 1 << 10;
export const CALL = 1 << 11;
export const CALL_PROGRESS = 1 << 12;
export const QUEUE = 1 << 13;
export const REPLAY = 1 << 14;
export const FIRE = 1 << 15;
export const ANNOUNCE = 1 << 16;
export const LATER = 1 << 17;
export const SUSPECT = 1 << 18;
export const RELIEVE = 1 << 19;
