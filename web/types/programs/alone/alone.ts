// godeferred/jquery where there are no types of jQuery.
import install from "godeferred/jquery";

declare const jQuery: { (selector: string): object; fn: { jquery: string } };

const same: typeof jQuery = install(jQuery, { unhandled: true });
// @ts-expect-error: no jQuery
install(() => {});
// @ts-expect-error: the option is a boolean
install(same, { unhandled: "yes" });
