package docs

// A topic is a group of the reference of the page face. Its names are members, as "Interface.member".
type topic struct {
	id, title, lead string
	owner           string // the interface of names without one
	names           string // separated by spaces
}

// topics has every public function and method that has a page of its own. A name that is in no topic, and in no list of
// sections (sections.go), is an error of the build.
var topics = []topic{
	{"deferreds", "Deferreds", "Make a promise, and settle it.", "Deferred",
		"Godeferred.Deferred resolve reject notify resolveWith rejectWith notifyWith DeferredConstructor.exceptionHook DeferredConstructor.getErrorHook"},
	{"promises", "Promises", "Methods of every promise that godeferred returns.", "DeferredPromise",
		"then catch finally done fail always progress pipe abort promise state isResolved isRejected"},
	{"joins", "Joins", "One promise of several.", "Godeferred",
		"when wrap all allSettled any race"},
	{"tasks", "Tasks", "Work that takes time, and can be aborted.", "Godeferred",
		"work mapAsync series wait timeout"},
	{"requests", "Requests", "jQuery's ajax over fetch, with retries.", "Godeferred",
		"ajax get post put patch delete getJSON getScript ajaxSetup ajaxSettings ajaxPrefilter ajaxTransport active param"},
	{"caches", "Caches", "One request for each key.", "Godeferred",
		"createCache cachedGetScript loadImage afterDOMReady"},
	{"animations", "Animations", "jQuery's effects, run by the browser.", "Elements",
		"animate slideDown slideUp slideToggle fadeIn fadeOut fadeToggle fadeTo show hide toggle stop finish easing fx"},
	{"queues", "Queues", "Animations and functions that wait for their turn.", "Elements",
		"queue dequeue clearQueue delay promise"},
	{"events", "Waiting for elements", "A promise of the first event, or of coming into view.", "Elements",
		"bindOnce firstClick visible"},
	{"collection", "The collection", "jQuery's $(…).", "Godeferred",
		"(call) fn Event"},
	{"functions", "jQuery's functions", "Functions that jQuery code and plugins call.", "Godeferred",
		"each map extend now noop isFunction"},
	{"programs", "Go programs", "Call the page's own Go program.", "Godeferred",
		"go terminate"},
	{"runtime", "Start and state", "Load the runtime, and see what is pending.", "Godeferred",
		"load ready inspect devtools GodeferredError noConflict version"},
	{"jquery", "In a page's jQuery", "Give jQuery and its plugins these deferreds.", "Godeferred",
		"install uninstall"},
}

// paths has the file names of entries that do not have that of their member.
var paths = map[string]string{
	"Elements.promise":  "queue-promise",
	"Godeferred.(call)": "collection",
}

// leads are for entries whose calls each have their own comment.
var leads = map[string]string{
	"Godeferred.(call)": "jQuery's `$(…)`: a collection of elements, or a function to run when the document is ready.",
}

// titles are for entries whose name another entry has, too.
var titles = map[string]string{
	"Godeferred.(call)": "godeferred(…)",
	"Elements.promise":  "promise of a queue",
}

// receivers say how the members of an interface are called.
var receivers = map[string]string{
	"Godeferred":          "godeferred.",
	"Elements":            "godeferred.",
	"PluginFunctions":     "godeferred.",
	"DeferredPromise":     "promise.",
	"Deferred":            "deferred.",
	"DeferredConstructor": "godeferred.Deferred.",
	"Collection":          "collection.",
	"JqXHR":               "jqXHR.",
}

// homes are the pages of the types that belong to one function. The others are on the page of all types.
var homes = map[string]string{
	"LoadOptions": "load", "RuntimeState": "inspect", "Inspection": "inspect", "Pending": "inspect", "Kind": "inspect",
	"Devtools": "devtools", "DevtoolsOptions": "devtools", "DevtoolsEvent": "devtools", "DevtoolsEntry": "devtools", "DevtoolsSnapshot": "devtools",
	"ErrorCode": "GodeferredError", "GodeferredError": "GodeferredError",
	"Work": "work", "WorkOptions": "work", "When": "when", "MapAsync": "mapAsync", "MapOverWorkers": "mapAsync",
	"AjaxSettings": "settings", "Retry": "settings", "RequestSettings": "settings", "DataType": "settings", "RequestData": "settings",
	"JqXHR": "jqXHR", "RequestAnswer": "jqXHR", "RequestFailure": "jqXHR", "RequestProgress": "jqXHR", "SuccessStatus": "jqXHR", "FailureStatus": "jqXHR",
	"Success": "get", "Shorthand": "get", "Ajax": "ajax", "AddHook": "ajaxPrefilter", "RequestHook": "ajaxPrefilter", "RequestTransport": "ajaxTransport",
	"CacheOptions": "createCache", "Cached": "createCache",
	"EffectOptions": "animate", "Goals": "animate", "ElementAnimation": "animate", "PropertyTween": "animate", "EffectPromise": "animate",
	"Effect": "slideDown", "Appearance": "show", "Easing": "easing", "EasingFunction": "easing", "Queued": "queue",
	"GodeferredGo": "go", "InstallOptions": "install", "InstallTarget": "install",
	"DeferredConstructor": "Deferred", "Init": "Deferred", "State": "state",
	"SpecialEvent": "plugin-functions", "CollectionEvent": "Event", "Handler": "collection-events",
	"PromiseMethods": "collection-effects", "CollectionPromise": "collection-effects",
}

// ownPages are the types with a page that no function has.
var ownPages = []struct{ path, title, topic, lead string }{
	{"settings", "Settings of requests", "requests", "What `ajax` and the functions built on it take."},
	{"jqXHR", "jqXHR", "requests", "What a request returns: the promise of its data, with the fields of its answer."},
}

// sectionPages are the pages that have a section for each of many members. Members of the collection are grouped by the
// comments among them.
var sectionPages = []struct{ path, title, lead, owner, group string }{
	{"collection-list", "The collection as a list", "Members, slices and loops.", "Collection", "As a list"},
	{"collection-find", "Finding elements", "From elements to others.", "Collection", "Finding other elements; results are in document order"},
	{"collection-values", "Attributes, values and styles", "Reading and writing what elements have.", "Collection", "Attributes, properties, values and styles"},
	{"collection-content", "Content", "Putting things into the page, and taking them out.", "Collection", "Putting things into the page, and taking them out"},
	{"collection-events", "Events of the collection", "Handlers, and triggering them.", "Collection", "Events"},
	{"collection-effects", "Effects of the collection", "Animations, queues and promises as methods.", "Collection", "Queues and promises"},
	{"plugin-functions", "Functions for plugins", "jQuery's functions that plugins call.", "PluginFunctions", ""},
}
