/** Whether two types are the same, not merely assignable: `any` equals nothing but itself. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/**
 * Says which type value must have: `expectType<string>()(value)`. An error shows the type it has.
 *
 * The type to expect comes in a call of its own, since TypeScript infers all type arguments or none.
 */
export declare function expectType<Expected>(): <Actual>(
	value: Actual,
	...mismatch: Same<Expected, Actual> extends true ? [] : [{ expected: Expected; actual: Actual }]
) => void;

/** The same for several values: `expectTypes<[string, number]>()(text, size)`. */
export declare function expectTypes<Expected extends any[]>(): <Actual extends any[]>(
	...values: Same<Expected, Actual> extends true ? Actual : [{ expected: Expected; actual: Actual }]
) => void;

/** Says that value may be used as an Expected: `expectAssignable<PromiseLike<string>>(value)`. */
export declare function expectAssignable<Expected>(value: Expected): void;
