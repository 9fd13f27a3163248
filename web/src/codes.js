// The numbers of package machine (deferred/internal/machine/codes.go), which explains each. A test
// compares the two files.

export const PENDING = 0;
export const RESOLVED = 1;
export const REJECTED = 2;

export const DONE = 0;
export const FAIL = 1;
export const ALWAYS = 2;
export const PROGRESS = 3;

export const KEEP = 0;
export const DROP = 1;
export const CALL = 2;

export const SCHEDULE = 1 << 0;
export const QUEUE = 1 << 1;
export const REPLAY = 1 << 2;

export const SLOT_SHIFT = 3;
export const COUNT_SHIFT = 6;
export const OWN = 7;

export const IGNORED = -1;
export const LATER = -2;
export const FULL = -3;
export const INVALID = -4;

export const UNHANDLED_BIT = 4;
export const FIRST_FRAME = 8;
export const BLOCK_SIZE = 64;
