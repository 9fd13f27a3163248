package machine

// An Event is what happens to a deferred.
type Event = int32

const (
	AddDone     Event = 0  // a callback for resolving is added
	AddFail     Event = 1  // … for rejecting
	AddAlways   Event = 2  // … for both
	AddProgress Event = 3  // … for notifications
	Then        Event = 4  // a reaction of then is added: asynchronous, for all three
	Resolve     Event = 5  // it is resolved
	Reject      Event = 6  // it is rejected
	Fired       Event = 7  // the pass over done or fail callbacks is over
	Notify      Event = 8  // it is notified
	Progressed  Event = 9  // the pass over progress callbacks is over
	Lock        Event = 10 // it is locked in to a thenable (Promises/A+ 2.3.3.3)
	Unlock      Event = 11 // that thenable has called back

	// Events is the size of a row of the table that the page keeps.
	Events = 16
)

// An Action is a bit of an answer: what the deferred's owner does next.
type Action = int32

const (
	KeepDone     Action = 1 << 7  // append the callbacks to the done list
	KeepFail     Action = 1 << 8  // … to the fail list
	KeepProgress Action = 1 << 9  // … to the progress list
	KeepThen     Action = 1 << 10 // … the reaction to the list of reactions
	Call         Action = 1 << 11 // call the callbacks now, then those added meanwhile, then Fired
	CallProgress Action = 1 << 12 // the same with the last notification's values, then Progressed
	Queue        Action = 1 << 13 // put the reaction, or for Resolve and Reject all of them, on the queue
	Replay       Action = 1 << 14 // before that, queue the last notification for this reaction
	Fire         Action = 1 << 15 // call the list for this outcome, then what is added meanwhile, then Fired
	Announce     Action = 1 << 16 // queue the notification for all reactions, call the progress list, then Progressed
	Later        Action = 1 << 17 // keep the notification until the one under way is over
	Suspect      Action = 1 << 18 // a rejection that nothing handles so far
	Relieve      Action = 1 << 19 // … is handled from now on
)

// Invalid is the answer to a number that is not a state or not an event.
const Invalid = -1
