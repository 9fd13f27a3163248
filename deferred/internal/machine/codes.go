package machine

// Outcomes, as Settle takes them and State answers them.
const (
	Pending  = 0
	Resolved = 1
	Rejected = 2
)

// Kinds of callbacks, as Add takes them.
const (
	Done     = 0
	Fail     = 1
	Always   = 2
	Progress = 3
)

// Answers of Add. An answer of FirstFrame or more means: call them now, under this slot.
const (
	Keep = 0 // append them to the list; a pass, now or later, runs them
	Drop = 1 // they can never run: forget them
	Call = 2 // call them now, under the slot they were added to, then ask Ran or Progressed
)

// Bits of the answers of Then, Settle and Notify.
const (
	Schedule = 1 << 0 // nothing will drain the queue yet: schedule it
	Queue    = 1 << 1 // put the reactions (Settle, Then: also this one) on the queue
	Replay   = 1 << 2 // Then: first queue the last progress for this reaction
)

// Where the further fields of an answer stand.
const (
	SlotShift  = 3 // Then, Settle: three bits, the slot to take from now on, or Own
	CountShift = 6 // Settle, Notify: how many callbacks to run now
	Own        = 7 // keep the slot you have
)

// Refusals.
const (
	Ignored = -1 // settled before, or locked in: nothing happens
	Later   = -2 // Notify inside a progress callback: keep the values, Progressed asks for them
	Full    = -3 // the tables are full: Grow, then ask again
	Invalid = -4 // no such slot, kind, outcome or count
)

// Slots that every settled deferred shares once its callbacks have run: its own slot is free
// again, and the number alone says how it ended. Bit 0: rejected; bit 1: it was notified before,
// so that late progress callbacks get the last values; bit 2: rejected, and nothing handles it yet.
// No end has all three bits: in an answer that would be Own, and the owner would keep a freed slot.
// Bit 2 says "rejected" by itself.
const (
	bitRejected  = 1
	bitNotified  = 2
	bitUnhandled = 4

	Unhandled         = bitRejected | bitUnhandled
	UnhandledNotified = bitNotified | bitUnhandled

	shared = 8 // slots below this number are shared ones
)

// FirstFrame is the lowest slot of the frames: the slots under which late callbacks of settled
// deferreds run, so that what they add runs after them and not inside them. Frames are taken and
// given back in strict order, as page functions nest.
const FirstFrame = shared

const (
	frames     = 1 << 12         // nesting of late callbacks within late callbacks
	firstBlock = shared + frames // slots below this number belong to no block

	// BlockSize is how many slots one block has. The page registers one finalizer for a block:
	// registering each deferred would cost more than all the rest of creating it.
	BlockSize = 64

	maxCount = 1 << 24 // callbacks on one deferred, so that any count fits an answer
)
