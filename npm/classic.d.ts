// Types of `import "godeferred/classic"`: the script sets the global godeferred.
import "./godeferred.js";
