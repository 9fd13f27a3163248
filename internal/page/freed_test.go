//go:build !js

package page_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/nodetest"
)

// Two sides that are connected, as a page and a worker are. The page frees each instance that it gets.
const freed = `
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { connect, EXPORT } from "./web/src/program/peer.js";
import { instanceOf, standsFor } from "./web/src/program/objects.js";

const program = (bridge) => ({ names: new Map(), objects: new Map(), ended: null, bridge });
const dropped = [];
const go = program({ drop() { dropped.push(+this); } });
const page = program({ base: 0, object: (className, number) => instanceOf(page, className, number) });
const kit = { standsFor, ourCore: () => null, wrap: (value) => value, GodeferredError: Error };
const { port1, port2 } = new MessageChannel();
const arrived = [];
const tell = connect(kit, program({ base: 0 }), port1, true, () => {});
connect(kit, page, port2, false, (_, [instance]) => arrived.shift()(instance));
port1.start();
port2.start();

const given = [];
for (let number = 1; number <= 10; number++) {
	(await new Promise((resolve) => {
		arrived.push(resolve);
		const instance = instanceOf(go, "Index", number);
		given.push(new WeakRef(instance));
		tell(EXPORT, 0, [instance]);
	})).free();
}
setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc");
let left = given.length;
for (let i = 0; i < 100 && (left > 0 || dropped.length < given.length); i++) {
	await new Promise(setImmediate);
	gc();
	left = given.filter((ref) => ref.deref()).length;
}
port1.close();
`

func TestAWorkerForgetsAnInstanceThatThePageHasFreed(t *testing.T) {
	type counts struct{ Left, Dropped int }
	assert.Equal(t, []counts{{Left: 0, Dropped: 10}}, nodetest.Answers[counts](t, freed, "() => ({ Left: left, Dropped: dropped.length })", []int{0}))
}
