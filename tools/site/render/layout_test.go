package render

import (
	"strings"
	"testing"
)

const smallLayout = `<!-- for people -->

<!-- {{style}} -->
  <link rel="stylesheet" href="/site.css">

<!-- {{header}} -->
  <header>all</header>

  <hr>
`

func TestPartsComeInThePlaceOfTheirComments(t *testing.T) {
	l, err := parseLayout(smallLayout)
	if err != nil {
		t.Fatal(err)
	}
	got, err := l.fill("<head>\n  <!-- {{style}} -->\n</head>\n<!-- {{header}} -->\n<!-- its own -->\n")
	want := "<head>\n  <link rel=\"stylesheet\" href=\"/site.css\">\n</head>\n  <header>all</header>\n\n  <hr>\n<!-- its own -->\n"
	if err != nil || got != want {
		t.Errorf("%v\n%s", err, got)
	}
}

func TestAPageWithoutTheLayoutIsRefused(t *testing.T) {
	for _, row := range []struct{ name, layout, page, problem string }{
		{"no header", smallLayout, "<!-- {{style}} -->\n", "0 lines <!-- {{header}} -->, want 1"},
		{"two headers", smallLayout, "<!-- {{style}} -->\n<!-- {{header}} -->\n<!-- {{header}} -->\n", "2 lines <!-- {{header}} -->, want 1"},
		{"no line of its own", smallLayout, "<head><!-- {{style}} -->\n<!-- {{header}} -->\n", "0 lines <!-- {{style}} -->, want 1"},
		{"an unknown part", smallLayout, "<!-- {{style}} -->\n<!-- {{header of all}} -->\n", "layout.html has no part {{header of all}}"},
		{"a layout without parts", "<header></header>\n", "", "layout.html: no part begins"},
		{"a part twice", smallLayout + "<!-- {{style}} -->\n", "", "layout.html: two parts are called {{style}}"},
	} {
		t.Run(row.name, func(t *testing.T) {
			l, err := parseLayout(row.layout)
			if err == nil {
				_, err = l.fill(row.page)
			}
			if err == nil || !strings.Contains(err.Error(), row.problem) {
				t.Error(err)
			}
		})
	}
}
