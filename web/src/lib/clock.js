// The platform's clock as it was when the script was loaded. The page may bring one of its own to its tests, which
// is not to end a download, nor to keep a failure back.
export const { setTimeout, setInterval, clearInterval } = globalThis;
