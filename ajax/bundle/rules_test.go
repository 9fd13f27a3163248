package bundle

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/ajax/internal/rules"
	"github.com/godeferred/godeferred/internal/wire"
)

const form = "contentType=" + rules.FormType

// A question and its answer, with a space in place of each tab.
var answers = []struct{ rule, asked, answered string }{
	{"plan", "hasData=1 text=1 process=1 bust=1 nonce=5 pageOrigin=http://h origin=http://h method=get dataType=json accepts=a/b acceptsAny=*/* data=a=1 url=/x#y", "method=GET url=/x?a=1&_=5#y cacheURL=/x?a=1 accept=a/b,_*/*;_q=0.01 credentials=same-origin types[]=json"},
	{"plan", "hasData=1 text=1 process=1 pageOrigin=http://h origin=http://h method=post " + form + " acceptsAny=*/* data=a=1 url=/x", "method=POST url=/x cacheURL=/x accept=*/* credentials=same-origin types[]=* body=1 form=1 sendContentType=1"},
	{"plan", "hasData=1 text=1 process=1 noContentType=1 pageOrigin=http://h origin=http://h method=post contentType=a/b data=a=1 url=/x", "method=POST url=/x cacheURL=/x credentials=same-origin types[]=* body=1"},
	{"plan", "hasData=1 text=1 pageOrigin=http://h origin=http://h method=post " + form + " data=a=1 url=/x", "method=POST url=/x cacheURL=/x credentials=same-origin types[]=* body=1 sendContentType=1"},
	{"plan", "ownContentType=1 pageOrigin=http://h origin=http://h method=GET contentType=a/b url=/x", "method=GET url=/x cacheURL=/x credentials=same-origin types[]=* sendContentType=1"},
	{"plan", "crossDomain=yes withCredentials=1 pageOrigin=http://h origin=http://h method=GET url=/x", "method=GET url=/x cacheURL=/x credentials=include types[]=* cross=1"},
	{"plan", "crossDomain=no pageOrigin=http://h origin=http://i credentials=omit method=GET url=/x", "method=GET url=/x cacheURL=/x credentials=omit types[]=*"},
	{"plan", "bust=1 nonce=7 headers=1 pageOrigin=http://h origin=http://i method=GET dataType=script url=/x", "method=GET url=/x?_=7 cacheURL=/x credentials=same-origin types[]=script cross=1"},
	{"plan", "headers=1 scriptAttrs=1 pageOrigin=http://h origin=http://h method=POST dataType=script url=/x", "method=GET url=/x cacheURL=/x credentials=same-origin types[]=script script=1"},
	{"plan", "jsonp=cb jsonpCallback=f pageOrigin=http://h origin=http://h method=GET dataType=jsonp url=/x", "method=GET url=/x?cb=f cacheURL=/x?cb=f credentials=same-origin types[]=script types[]=json"},
	{"plan", "hasData=1 text=1 process=1 jsonp=cb jsonpCallback=f pageOrigin=http://h origin=http://h method=POST dataType=jsonp " + form + " data=c=? url=/x", "method=POST url=/x cacheURL=/x data=c=f credentials=same-origin types[]=script types[]=json body=1 form=1 sendContentType=1"},
	{"judge", "status=200 method=GET contentType=text/json types[]=* content[]=xml says[]= content[]=html says[]= content[]=json says[]= converter[]=text_json same[]=", "word=success form=text types[]=text types[]=json chain[]=text chain[]=text_json chain[]=json"},
	{"judge", "method=GET contentType=text/json;charset=latin1 types[]=* converter[]=*_text same[]= converter[]=text_json same[]=", "word=error form=text charset=latin1 types[]=text types[]=json chain[]=text chain[]=text_json chain[]=json"},
	{"judge", "status=200 method=GET form=binary types[]=script", "word=success form=binary types[]=binary types[]=script chain[]=binary chain[]=! chain[]=script"},
	{"judge", "status=200 method=GET contentType=text/json types[]=* content[]=json says[]=no content[]=script says[]=yes content[]=json says[]= converter[]=text_script same[]=", "word=success form=text types[]=text types[]=script chain[]=text chain[]=text_script chain[]=script"},
	{"judge", "status=200 method=GET contentType=text/json types[]=* content[]=json says[]=no converter[]=text_json same[]=1", "word=success form=text types[]=text chain[]=text"},
	{"judge", "status=200 method=GET types[]=json converter[]=text_json same[]=1", "word=success form=text types[]=text types[]=json chain[]=text chain[]= chain[]=json"},
	{"judge", "status=200 forms[]=a forms[]=text types[]=json converter[]=text_json same[]=1", "word=success form=text types[]=text types[]=json chain[]=text chain[]= chain[]=json"},
	{"judge", "status=200 method=HEAD types[]=*", "word=nocontent form=text types[]=text chain[]=text"},
	{"judge", "status=200", "word=success form=text types[]=text chain[]=text"},
	{"retry", "attempt=1 limit=2 backoff=100 method=GET status=503 random=1000 now=0", "delay=100"},
	{"retry", "attempt=1 limit=2 methods[]=POST statuses[]=0 statuses[]=500 backoff=100 method=POST status=500 retryAfter=1 now=0 random=1000", "delay=1000"},
	{"retry", "attempt=1 limit=2 methods[]=POST statuses[]=500 backoff=100 method=GET status=500", "delay=-1"},
	{"retry", "attempt=1 limit=2 methods[]=POST method=POST status=503", "delay=150"},
	{"retry", "limit=1 method=GET status=503", "delay=150"},
	{"retry", "attempt=1 method=GET status=503", "delay=150"},
	{"retry", "attempt=2 limit=2 backoff=100 maxDelay=150 method=GET status=503 random=1000", "delay=150"},
	{"retry", "attempt=1 limit=2 statuses[]=0 method=GET status=503", "delay=-1"},
	{"retry", "attempt=1 limit=2 statuses[]=none method=GET status=503", "delay=-1"},
	{"retry", "attempt=1 limit=2 methods[]=none method=GET status=503", "delay=-1"},
	{"retry", "attempt=1 limit=2 method=GET", "delay=150"},
	{"retry", "attempt=1 limit=2 method=GET status=503 retryAfter=Sun,_06_Nov_1994_08:49:37_GMT now=784111776000", "delay=1000"},
	{"retry", "attempt=1 limit=2 method=GET status=503 retryAfter=Thu,_01_Jan_1970_00:00:10_GMT", "delay=10000"},
	{"header", "name=a value=b", ""},
	{"url", "url=/x", ""},
}

var tabs = strings.NewReplacer(" ", "\t", "_", " ", "?_=", "?_=", "&_=", "&_=")

func TestQuestions(t *testing.T) {
	asked, answered := map[string]bool{}, map[string]bool{}
	for _, row := range answers {
		question, want := tabs.Replace(row.asked), tabs.Replace(row.answered)
		answer, err := wire.Answer(Rules, row.rule+"\n"+question)
		require.NoError(t, err, row.asked)
		assert.Equal(t, want, answer, row.asked)
		note(asked, row.rule, question)
		note(answered, row.rule, answer)
	}
	// Each field that the page's types have is asked and answered above, and no other is answered.
	wantAsked, wantAnswered := map[string]bool{}, map[string]bool{}
	for _, rule := range Rules {
		for _, name := range rule.Asks {
			wantAsked[rule.Name+" "+name] = true
		}
		for _, name := range rule.Answers {
			wantAnswered[rule.Name+" "+name] = true
		}
	}
	assert.Equal(t, wantAsked, asked)
	assert.Equal(t, wantAnswered, answered)
}

func note(names map[string]bool, rule, line string) {
	for _, field := range strings.Split(line, "\t") {
		if name, _, is := strings.Cut(field, "="); is {
			names[rule+" "+name] = true
		}
	}
}

func TestWrongQuestionsAreErrors(t *testing.T) {
	for question, want := range map[string]string{
		"plan\nurl=javascript:x":                  "url must be",
		"plan\nurl=/x\tcredentials=all":           "credentials must be",
		"url\nurl=javascript:x":                   "url must be",
		"header\nname=a b\tvalue=c":               "header",
		"header\nname=a\tvalue=b\\nc":             "header",
		"judge\ncontent[]=a":                      "content and says",
		"judge\nconverter[]=a\tsame[]=\tsame[]=1": "converter and same",
		"url\nurl=java" + `\n` + "script:x":       "url must be",
		"retry\nlimits=2":                         `no field "limits"`,
	} {
		_, err := wire.Answer(Rules, question)
		require.Error(t, err, question)
		assert.Contains(t, err.Error(), want, question)
	}
}
