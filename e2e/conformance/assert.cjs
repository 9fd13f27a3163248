// What the Promises/A+ suite uses of Node's assert.

function assert(value, message) {
	if (!value) throw new Error(message || `${String(value)} is not truthy`);
}

assert.strictEqual = (actual, expected, message) => {
	if (actual !== expected) throw new Error(message || `got ${String(actual)}, expected ${String(expected)}`);
};

assert.notStrictEqual = (actual, expected, message) => {
	if (actual === expected) throw new Error(message || `got ${String(actual)}, which was not expected`);
};

module.exports = assert;
