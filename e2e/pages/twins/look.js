// What the scenarios of animations share.

export const shown = '<div id="a" style="width: 100px; height: 40px; padding: 4px; opacity: 0.8">text</div>';

export const hidden = '<div id="a" style="display: none; width: 100px; height: 40px">text</div>';

const looked = ["display", "height", "width", "opacity", "overflow", "paddingTop", "marginLeft"];

export const look = { do: "look", of: "[id]", what: looked };

/** @param {Record<string, string>} properties */
export const to = (properties, more = {}) => ({ effect: "animate", properties, ...more });
