// install and uninstall.
import { expectType } from "./expect.js";

interface JQueryStatic {
	(selector: string): { length: number };
	fn: { jquery: string; extend: (members: object) => void };
	Deferred: () => object;
}
declare const jQuery: JQueryStatic;

expectType<JQueryStatic>()(godeferred.install(jQuery));
expectType<JQueryStatic>()(godeferred.install(jQuery, { unhandled: true }));
expectType<void>()(godeferred.uninstall(jQuery));
expectType<void>()(godeferred.uninstall());

const options: godeferred.InstallOptions = {};
godeferred.install(jQuery, options);

// @ts-expect-error: no jQuery
godeferred.install(() => {});
// @ts-expect-error: the option is a boolean
godeferred.install(jQuery, { unhandled: "yes" });
// @ts-expect-error: which one is needed
godeferred.install();
