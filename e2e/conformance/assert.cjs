// What the Promises/A+ suite uses of Node's assert.

class AssertionError extends Error {
	name = "AssertionError";
}

function assert(value, message) {
	if (!value) throw new AssertionError(message || `${String(value)} is not truthy`);
}

assert.strictEqual = (actual, expected, message) => {
	if (actual !== expected)
		throw new AssertionError(message || `got ${String(actual)}, expected ${String(expected)}`);
};

assert.notStrictEqual = (actual, expected, message) => {
	if (actual === expected)
		throw new AssertionError(message || `got ${String(actual)}, which was not expected`);
};

module.exports = assert;
