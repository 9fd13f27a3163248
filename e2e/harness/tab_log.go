package harness

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A tabLog keeps what a page says: console lines, uncaught exceptions, the browser's own messages, a crash.
type tabLog struct {
	mu      sync.Mutex
	entries []logEntry
	crash   chan error
	once    sync.Once
}

type logEntry struct {
	text    string
	isError bool
}

func (l *tabLog) crashed() chan error {
	l.once.Do(func() { l.crash = make(chan error) })
	return l.crash
}

// enable asks for the browser's own messages too (a blocked script, a deprecated feature): the console alone lacks them.
func (l *tabLog) enable() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, log.Enable, cdp.Empty{})
		return err
	})
}

// listen runs on the goroutine that reads the browser's messages: it only takes notes.
func (l *tabLog) listen(event any) {
	switch event := event.(type) {
	case *runtime.EventConsoleAPICalled:
		words := make([]string, 0, len(event.Args))
		for _, arg := range event.Args {
			words = append(words, readable(arg))
		}
		isError := event.Type == runtime.ConsoleAPICalledTypeError || event.Type == runtime.ConsoleAPICalledTypeAssert
		l.add(logEntry{fmt.Sprintf("console.%s: %s", event.Type, strings.Join(words, " ")), isError})
	case *runtime.EventExceptionThrown:
		text := event.ExceptionDetails.Text
		if exception := event.ExceptionDetails.Exception; exception != nil {
			text += " " + readable(exception)
		}
		l.add(logEntry{"uncaught: " + text, true})
	case *log.EventEntryAdded:
		// A request that fails is often what a test is about, and the page's own code sees it.
		isError := event.Entry.Level == log.EntryLevelError && event.Entry.Source != log.EntrySourceNetwork
		l.add(logEntry{fmt.Sprintf("browser %s: %s %s", event.Entry.Level, event.Entry.Text, event.Entry.URL), isError})
	case *inspector.EventTargetCrashed:
		l.add(logEntry{"the page crashed", true})
		close(l.crashed())
	}
}

func readable(value *runtime.RemoteObject) string {
	if value.Description != "" {
		return value.Description
	}
	if text, err := strconv.Unquote(string(value.Value)); err == nil {
		return text
	}
	if len(value.Value) == 0 {
		return string(value.Type)
	}
	return string(value.Value)
}

func (l *tabLog) add(entry logEntry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.entries = append(l.entries, entry)
}

func (l *tabLog) filter(keep func(logEntry) bool) []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var texts []string
	for _, entry := range l.entries {
		if keep(entry) {
			texts = append(texts, entry.text)
		}
	}
	return texts
}

func (l *tabLog) errors() []string { return l.filter(func(e logEntry) bool { return e.isError }) }
func (l *tabLog) lines() []string  { return l.filter(func(logEntry) bool { return true }) }
func (l *tabLog) all() string      { return strings.Join(l.lines(), "\n") }
