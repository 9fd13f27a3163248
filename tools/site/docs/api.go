package docs

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/godeferred/godeferred/tools/site/docs/dts"
)

// The declarations of the page face.
const (
	typesFile = "web/types/godeferred.d.ts"
	coreFile  = "web/types/core.d.mts"
)

// An api is the page face, as its declarations say it.
type api struct {
	site    *site
	types   map[string]*dts.Declaration
	all     []dts.Declaration
	core    map[string]bool // names that core.mjs exports, too
	compat  []difference
	entries []*entry
}

// An entry is a public name with a page of its own.
type entry struct {
	owner, name string
	path        string // of the page, without folder and ending
	topic       *topic
	doc         dts.Doc
	line        int
	members     []dts.Member // one for each overload
	calls       []dts.Call
	optional    bool
}

func (s *site) addAPI() error {
	a := &api{site: s, types: map[string]*dts.Declaration{}, core: map[string]bool{}}
	if err := a.read(); err != nil {
		return err
	}
	var err error
	if a.compat, err = readCompat(s.root); err != nil {
		return err
	}
	if err := a.collect(); err != nil {
		return err
	}
	if err := a.name(); err != nil {
		return err
	}
	if err := a.describedArguments(); err != nil {
		return err
	}
	a.addPages()
	return nil
}

func (a *api) read() error {
	for _, name := range []string{typesFile, coreFile} {
		source, err := os.ReadFile(filepath.Join(a.site.root, name))
		if err != nil {
			return err
		}
		file, err := dts.Parse(name, string(source))
		if err != nil {
			return err
		}
		for i, d := range file.Declarations {
			if name == coreFile {
				a.core[d.Name] = a.core[d.Name] || d.Kind == "const"
				continue
			}
			a.types[d.Name] = &file.Declarations[i]
			a.all = append(a.all, d)
		}
	}
	return nil
}

// collect finds the members of all topics.
func (a *api) collect() error {
	for i := range topics {
		t := &topics[i]
		for name := range strings.FieldsSeq(t.names) {
			owner := t.owner
			if o, n, is := strings.Cut(name, "."); is {
				owner, name = o, n
			}
			e := &entry{owner: owner, name: name, topic: t, path: name}
			if other, is := paths[owner+"."+name]; is {
				e.path = other
			}
			d := a.types[owner]
			if d == nil {
				return fmt.Errorf("%s has no interface %s", typesFile, owner)
			}
			wanted := name
			if name == "(call)" {
				wanted = ""
			}
			for _, m := range d.Members {
				if m.Name == wanted {
					e.members = append(e.members, m)
				}
			}
			if len(e.members) == 0 {
				return fmt.Errorf("%s: %s has no member %s", typesFile, owner, name)
			}
			if err := a.fill(e); err != nil {
				return err
			}
			a.entries = append(a.entries, e)
		}
	}
	return nil
}

// fill finds the comment and the calls of an entry.
func (a *api) fill(e *entry) error {
	first := e.members[0]
	e.doc, e.line, e.optional = first.Doc, first.Line, first.Optional
	for _, m := range e.members {
		calls, err := a.callsOf(m.Type)
		if err != nil {
			return fmt.Errorf("%s: line %d: %w", typesFile, m.Line, err)
		}
		for i := range calls {
			calls[i].Doc.Tags = append(calls[i].Doc.Tags, m.Doc.Tags...)
		}
		e.calls = append(e.calls, calls...)
	}
	return nil
}

// callsOf finds the ways to call something of a type: a function's, an object's with call signatures, or a name of either.
func (a *api) callsOf(source string) (calls []dts.Call, err error) {
	if call, ok, err := dts.CallOf(source); ok || err != nil {
		return []dts.Call{call}, err
	}
	if members, ok, err := dts.MembersOf(source); ok || err != nil {
		return callsIn(members)
	}
	if alternatives, err := dts.Split(source, "|"); err == nil && len(alternatives) > 1 { // a hook may be undefined
		return a.callsOf(unwrap(alternatives[0]))
	}
	parts, err := dts.Split(source, "&")
	if err != nil {
		return nil, err
	}
	for _, part := range parts {
		name, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(part), "typeof "), "<")
		d := a.types[strings.TrimSpace(name)]
		if d == nil {
			continue
		}
		more, err := a.callsOfType(d)
		if err != nil {
			return nil, err
		}
		calls = append(calls, more...)
	}
	return calls, nil
}

// unwrap takes off the parentheses around a type.
func unwrap(source string) string {
	if inside, is := strings.CutPrefix(source, "("); is && strings.HasSuffix(inside, ")") {
		return strings.TrimSuffix(inside, ")")
	}
	return source
}

var extended = regexp.MustCompile(`extends (\w+) *$`)

// callsOfType finds the calls of a type with a name. Its comment counts where a call has none.
func (a *api) callsOfType(d *dts.Declaration) (calls []dts.Call, err error) {
	if d.Kind == "type" {
		calls, err = a.callsOf(d.Type)
	} else {
		calls, err = callsIn(d.Members)
	}
	if err != nil {
		return nil, err
	}
	for i := range calls {
		calls[i].Doc.Tags = append(calls[i].Doc.Tags, d.Doc.Tags...)
		if d.Kind == "class" {
			calls[i].Result = d.Name
		}
	}
	if base := extended.FindStringSubmatch(d.Text); d.Kind == "interface" && base != nil && a.types[base[1]] != nil {
		more, err := a.callsOfType(a.types[base[1]])
		if err != nil {
			return nil, err
		}
		calls = append(more, calls...)
		for i := range calls { // the arguments of both
			calls[i].Doc.Tags = slices.Concat(calls[i].Doc.Tags, d.Doc.Tags, a.types[base[1]].Doc.Tags)
		}
	}
	return calls, nil
}

func callsIn(members []dts.Member) (calls []dts.Call, err error) {
	for _, m := range members {
		if m.Name != "" && m.Name != "new" && m.Name != "constructor" {
			continue
		}
		source := m.Type
		if m.Name == "constructor" {
			source += ": any"
		}
		call, ok, err := dts.CallOf(source)
		if err != nil {
			return nil, err
		}
		if ok {
			call.New, call.Doc = m.Name != "", m.Doc
			calls = append(calls, call)
		}
	}
	return calls, nil
}

// name gives each public name its address, and fails where one has none.
func (a *api) name() error {
	names := a.site.names
	put := func(name, address string) {
		if _, is := names[name]; !is {
			names[name] = address
		}
	}
	own := map[string]bool{} // members with a page
	for _, e := range a.entries {
		own[e.owner+"."+e.name] = true
		put(e.owner+"."+e.name, "/docs/api/"+e.path+".html")
		put(e.name, "/docs/api/"+e.path+".html")
	}
	for _, page := range sectionPages {
		for _, m := range a.types[page.owner].Members {
			if m.Name != "" && m.Group == page.group {
				address := "/docs/api/" + page.path + ".html#" + slug(m.Name)
				put(page.owner+"."+m.Name, address)
			}
		}
	}
	for _, d := range a.all {
		home := homes[d.Name]
		if home == "" {
			home = "types"
		}
		if !d.Exported || d.Kind == "const" || own["Godeferred."+d.Name] && home == "types" {
			continue
		}
		put(d.Name, "/docs/api/"+home+".html#"+d.Name)
		if d.Name == "AjaxSettings" || d.Name == "JqXHR" {
			for _, m := range d.Members {
				put(d.Name+"."+m.Name, "/docs/api/"+home+".html#"+slug(m.Name))
			}
		}
	}
	for _, owner := range []string{"Godeferred", "Elements", "PluginFunctions", "DeferredPromise", "Deferred", "DeferredConstructor", "Collection"} {
		for _, m := range a.types[owner].Members {
			if m.Name == "" || m.Name == "new" || m.Name == "prototype" || strings.HasPrefix(m.Name, "[") {
				continue
			}
			if _, is := names[owner+"."+m.Name]; !is && !slices.Contains([]string{"length", "jquery"}, m.Name) {
				return fmt.Errorf("%s:%d: %s.%s has no page: add it to topics.go", typesFile, m.Line, owner, m.Name)
			}
		}
	}
	for name, home := range homes {
		if a.types[name] == nil {
			return fmt.Errorf("topics.go: there is no type %s for the page %s", name, home)
		}
	}
	return nil
}

func slug(name string) string { return strings.ToLower(strings.Trim(name, "[]():")) }

// describedArguments fails where a comment says nothing of an argument, or speaks of one that is not there.
func (a *api) describedArguments() error {
	var problems []error
	for _, e := range a.entries {
		names := map[string]bool{}
		for _, call := range e.calls {
			for _, p := range call.Params {
				names[p.Name] = true
				if a.argument(e, call, p.Name) == "" {
					problems = append(problems, fmt.Errorf("%s:%d: the comment of %s says nothing of the argument %s", typesFile, e.line, e.name, p.Name))
				}
			}
		}
		for _, tag := range e.doc.Tags {
			if tag.Name == "param" && !names[tag.Of] {
				problems = append(problems, fmt.Errorf("%s:%d: %s has no argument %s", typesFile, e.line, e.name, tag.Of))
			}
		}
	}
	return errors.Join(problems...)
}

// argument is what the comments say of an argument: the entry's own, that of the type of its calls, or of another call.
func (a *api) argument(e *entry, call dts.Call, name string) string {
	if text := e.doc.Param(name); text != "" {
		return text
	}
	if text := call.Doc.Param(name); text != "" {
		return text
	}
	for _, other := range e.calls {
		if text := other.Doc.Param(name); text != "" {
			return text
		}
	}
	return ""
}
