package docs

import (
	"fmt"
	"os"
	"path/filepath"
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
			if calls[i].Doc.Text == "" {
				calls[i].Doc = m.Doc
			}
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
	parts, err := dts.Split(source, "&")
	if err != nil {
		return nil, err
	}
	for _, part := range parts {
		name, _, _ := strings.Cut(part, "<")
		d := a.types[strings.TrimSpace(name)]
		if d == nil {
			continue
		}
		if d.Kind == "type" {
			more, err := a.callsOf(d.Type)
			if err != nil {
				return nil, err
			}
			for i := range more {
				more[i].Doc = d.Doc
			}
			calls = append(calls, more...)
			continue
		}
		more, err := callsIn(d.Members)
		if err != nil {
			return nil, err
		}
		calls = append(calls, more...)
	}
	return calls, nil
}

func callsIn(members []dts.Member) (calls []dts.Call, err error) {
	for _, m := range members {
		if m.Name != "" && m.Name != "new" {
			continue
		}
		call, ok, err := dts.CallOf(m.Type)
		if err != nil {
			return nil, err
		}
		if ok {
			call.New, call.Doc = m.Name == "new", m.Doc
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
				put(m.Name, address)
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
