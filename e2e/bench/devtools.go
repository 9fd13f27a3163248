package main

import (
	"context"
	"fmt"
	"os"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"github.com/godeferred/godeferred/e2e/harness"
)

// devtools is a Chromium with a debugger, for what pages cannot know of themselves: how large the heap is, and how long
// scripts ran. The times of the other cases are taken without one.
type devtools struct {
	ctx context.Context
	end func()
}

func openDevtools(ctx context.Context) (*devtools, error) {
	program, err := harness.Chromium.Program()
	if err != nil {
		return nil, err
	}
	profile, err := os.MkdirTemp("", "godeferred-bench-")
	if err != nil {
		return nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.UserDataDir(profile),
		chromedp.Flag("headless", "new"), chromedp.Flag("disable-gpu", true), chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("js-flags", "--expose-gc"))
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stop := chromedp.NewExecAllocator(ctx, options...)
	browser, cancel := chromedp.NewContext(allocator)
	d := &devtools{browser, func() { cancel(); stop(); _ = os.RemoveAll(profile) }}
	if err := chromedp.Do(browser); err != nil {
		d.end()
		return nil, fmt.Errorf("start Chromium: %w", err)
	}
	return d, nil
}

// open waits until the page has all of its functions: its module has run to its end.
func (d *devtools) open(url, function string) error {
	if err := chromedp.Do(d.ctx, chromedp.Navigate(url)); err != nil {
		return err
	}
	_, err := chromedp.Run(d.ctx, chromedp.Poll[bool]("typeof "+function+` === "function"`, chromedp.WithPollingTimeout(harness.Deadline)))
	return err
}

// number evaluates an expression, awaited if it is a promise.
func (d *devtools) number(expression string) (float64, error) {
	n, err := chromedp.Run(d.ctx, chromedp.Evaluate[float64](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		return 0, fmt.Errorf("%s: %w", expression, err)
	}
	return n, nil
}

func command[P, R any](d *devtools, c cdp.Command[P, R], params P) (result R, err error) {
	err = chromedp.Do(d.ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) (err error) {
		result, err = cdp.Call(ctx, target, c, params)
		return err
	}))
	return result, err
}

// heap is the bytes in use once garbage is collected: objects of scripts and of the browser, and buffers. A collection
// lets finalizers run, whose objects the next one takes.
func (d *devtools) heap() (float64, error) {
	for range 3 {
		if _, err := command(d, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
			return 0, err
		}
	}
	usage, err := command(d, runtime.GetHeapUsage, cdp.Empty{})
	return usage.UsedSize + usage.EmbedderHeapUsedSize + usage.BackingStorageSize, err
}

// mainThread is how many ms of its processor time the main thread has spent so far, in scripts and in all.
func (d *devtools) mainThread() (scripts, all float64, err error) {
	answer, err := command(d, performance.GetMetrics, cdp.Empty{})
	for _, metric := range answer.Metrics {
		switch metric.Name {
		case "ScriptDuration":
			scripts = metric.Value * 1000
		case "TaskDuration":
			all = metric.Value * 1000
		}
	}
	return scripts, all, err
}
