import $ from "godeferred";

// Nobody has copied the wasm, nor said where it is.
$.ready.catch((error) => $("output").text(error.message));
$.getJSON("teas.json").fail((error) => $("output").text(String(error)));
