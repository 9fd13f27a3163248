package harness

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// A webDriver talks to a W3C WebDriver: one session, many windows.
//
// https://www.w3.org/TR/webdriver2/
type webDriver struct {
	url     string // of the driver; after newSession, of the session
	browser string // name and version, as the driver tells
}

// Never through a proxy: the driver is on this machine.
var webDriverClient = &http.Client{Transport: &http.Transport{}}

// call sends one command. A failure names the command and carries the driver's own words.
func (d *webDriver) call(ctx context.Context, method, path string, parameters, value any) error {
	var body bytes.Buffer
	if method == http.MethodPost {
		if err := json.NewEncoder(&body).Encode(parameters); err != nil {
			return err
		}
	}
	request, err := http.NewRequestWithContext(ctx, method, d.url+path, &body)
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := webDriverClient.Do(request)
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		return fmt.Errorf("%s %s: %w", method, path, err)
	}
	defer func() { _ = response.Body.Close() }()
	var answer struct{ Value json.RawMessage }
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		return fmt.Errorf("%s %s: status %d, not JSON: %w", method, path, response.StatusCode, err)
	}
	if response.StatusCode != http.StatusOK {
		var failure struct{ Error string }
		_ = json.Unmarshal(answer.Value, &failure) // its words are told in any case
		err := fmt.Errorf("%s %s: %s", method, path, answer.Value)
		if failure.Error == "no such frame" {
			err = errors.Join(errPageLeft, err)
		}
		return err
	}
	if value == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, value)
}

// errPageLeft is a script's failure when the page is left while it runs. Nothing here enters a frame, so that "no such
// frame" can say nothing else; without the window it is "no such window".
var errPageLeft = errors.New("the page was left")

// fields is a JSON object, written in place.
type fields = map[string]any

func (d *webDriver) newSession(ctx context.Context, capabilities fields) error {
	var session struct {
		SessionID    string
		Capabilities struct{ BrowserName, BrowserVersion string }
	}
	err := d.call(ctx, http.MethodPost, "/session", fields{"capabilities": fields{"alwaysMatch": capabilities}}, &session)
	if err == nil && session.SessionID == "" {
		err = errors.New("the driver named no session")
	}
	d.url += "/session/" + session.SessionID
	d.browser = session.Capabilities.BrowserName + " " + session.Capabilities.BrowserVersion
	return err
}

// script runs the body of a function in the current window. What it answers must be JSON.
func (d *webDriver) script(ctx context.Context, body string, value any, args ...any) error {
	if args == nil {
		args = []any{}
	}
	return d.call(ctx, http.MethodPost, "/execute/sync", fields{"script": body, "args": args}, value)
}

// click presses and releases the mouse at a point of the viewport of the current window. The events are trusted.
func (d *webDriver) click(ctx context.Context, x, y float64) error {
	return d.call(ctx, http.MethodPost, "/actions", fields{"actions": []fields{{
		"type": "pointer", "id": "mouse", "parameters": fields{"pointerType": "mouse"},
		"actions": []fields{
			{"type": "pointerMove", "x": int(x), "y": int(y), "duration": 0},
			{"type": "pointerDown", "button": 0},
			{"type": "pointerUp", "button": 0},
		},
	}}}, nil)
}
