package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNamesInTheStyleObject(t *testing.T) {
	for name, want := range map[string]string{
		"marginLeft": "marginLeft", "margin-left": "marginLeft", "-ms-filter": "msFilter", "-webkit-box": "WebkitBox",
		"--my-own": "--my-own", "a-": "a-", "a-b": "aB", "a--b": "a-B", "x-az-za": "xAzZa", "a-1": "a-1", "a-~": "a-~", "font-size": "fontSize",
	} {
		assert.Equal(t, want, styleName(name))
	}
}

func TestNumbersThatMeanPx(t *testing.T) {
	for _, name := range []string{"width", "minHeight", "marginTop", "paddingLeft", "borderTopWidth", "left"} {
		assert.True(t, takesPx(name), name)
	}
	for _, name := range []string{"opacity", "fontSize", "zIndex", "lineHeight", "scrollTop", "marginal", "Width", "Top", "borderRadius", "marginTopWidth", ""} {
		assert.False(t, takesPx(name), name)
	}
}

func TestShorthandsAreSpread(t *testing.T) {
	for text, want := range map[string][4]string{
		"1":       {"1", "1", "1", "1"},
		"1 2":     {"1", "2", "1", "2"},
		"1 2 3":   {"1", "2", "3", "2"},
		"1 2 3 4": {"1", "2", "3", "4"},
		"":        {"", "", "", ""},
	} {
		values := sidesOf(text)
		if text == "1 2 3" {
			assert.Equal(t, want, values) // the left takes the right's
			continue
		}
		assert.Equal(t, want, values, text)
	}
	names, ok := longhands("borderWidth")
	assert.True(t, ok)
	assert.Equal(t, [4]string{"borderTopWidth", "borderRightWidth", "borderBottomWidth", "borderLeftWidth"}, names)
	_, ok = longhands("border")
	assert.False(t, ok)
}

func TestGoals(t *testing.T) {
	goals, err := ParseGoals([]Goal{{"padding", "1 2", ""}, {"padding-left", "9", "linear"}, {"opacity", "0", ""}}, "swing")
	assert.NoError(t, err)
	assert.Equal(t, []Goal{
		{"paddingTop", "1", "swing"}, {"paddingRight", "2", "swing"}, {"paddingBottom", "1", "swing"},
		{"paddingLeft", "9", "linear"}, {"opacity", "0", "swing"},
	}, goals)
	goals, err = ParseGoals([]Goal{{"margin-top", "7", ""}, {"margin", "1", ""}}, "")
	assert.NoError(t, err)
	assert.Equal(t, []Goal{{"marginTop", "7", ""}, {"marginRight", "1", ""}, {"marginBottom", "1", ""}, {"marginLeft", "1", ""}}, goals)
	_, err = ParseGoals(nil, "bounce")
	assert.EqualError(t, err, `easing must be "swing" or "linear", not "bounce"`)
	_, err = ParseGoals([]Goal{{"left", "1", "bounce"}}, "")
	assert.EqualError(t, err, `easing must be "swing" or "linear", not "bounce"`)
	assert.True(t, Goal{Text: "2em"}.Foreign())
	assert.False(t, Goal{Text: "2px"}.Foreign())
	assert.False(t, Goal{Text: "2"}.Foreign())
	assert.False(t, Goal{Text: "toggle"}.Foreign())
}
