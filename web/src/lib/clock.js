// The platform's clock, read when the script is loaded. A page's tests may install a fake clock, which must
// not end a download or delay a failure.
export const { setTimeout, setInterval, clearInterval } = globalThis;
