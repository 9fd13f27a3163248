package harness

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// A marionette drives a running Firefox over its own protocol: text of JSON, each with its length before it. It opens
// and closes tabs, and clicks: the events are trusted. Pages report by themselves.
//
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
type marionette struct {
	profile string

	mu    sync.Mutex
	conn  net.Conn
	in    *bufio.Reader
	calls int
}

// clickAt presses and releases the mouse at a point of the viewport.
func (m *marionette) clickAt(x, y float64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.call("WebDriver:PerformActions", fields{"actions": []fields{{
		"type": "pointer", "id": "mouse", "parameters": fields{"pointerType": "mouse"},
		"actions": []fields{
			{"type": "pointerMove", "x": x, "y": y, "duration": 0},
			{"type": "pointerDown", "button": 0},
			{"type": "pointerUp", "button": 0},
		},
	}}}, nil)
}

// navigate goes to a URL and does not wait for the load event.
func (m *marionette) navigate(address string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.call("WebDriver:Navigate", fields{"url": address}, nil)
}

// replaceTab opens an empty tab, closes the old one with its popups, and forgets all cookies and files.
func (m *marionette) replaceTab(old string) (tab string, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.call("WebDriver:SwitchToWindow", fields{"handle": old}, nil); err != nil {
		return "", err
	}
	var made struct{ Handle string }
	if err := m.call("WebDriver:NewWindow", fields{"type": "tab", "focus": true}, &made); err != nil {
		return "", err
	}
	var open []string
	if err := m.call("WebDriver:GetWindowHandles", fields{}, &open); err != nil {
		return "", err
	}
	for _, handle := range open {
		if handle == made.Handle {
			continue
		}
		if err := m.call("WebDriver:SwitchToWindow", fields{"handle": handle}, nil); err != nil {
			return "", err
		}
		if err := m.call("WebDriver:CloseWindow", fields{}, nil); err != nil {
			return "", err
		}
	}
	if err := m.call("WebDriver:SwitchToWindow", fields{"handle": made.Handle}, nil); err != nil {
		return "", err
	}
	return made.Handle, m.forget()
}

// forget runs in Firefox's own scope. Call it with m.mu held.
func (m *marionette) forget() error {
	if err := m.call("Marionette:SetContext", fields{"value": "chrome"}, nil); err != nil {
		return err
	}
	const script = "Services.cookies.removeAll(); Services.cache2.clear();"
	if err := m.call("WebDriver:ExecuteScript", fields{"script": script, "args": []any{}}, nil); err != nil {
		return err
	}
	return m.call("Marionette:SetContext", fields{"value": "content"}, nil)
}

// connect begins a session, and answers the tab that Firefox has opened.
func (m *marionette) connect(exited <-chan error) (tab string, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	port, err := m.port(exited)
	if err != nil {
		return "", err
	}
	if m.conn, err = net.Dial("tcp", net.JoinHostPort("127.0.0.1", port)); err != nil {
		return "", err
	}
	m.in = bufio.NewReader(m.conn)
	if _, err := m.read(); err != nil { // It introduces itself.
		return "", err
	}
	// A navigation is not waited for: some pages wait for what never comes.
	capabilities := fields{"alwaysMatch": fields{"pageLoadStrategy": "none"}}
	if err := m.call("WebDriver:NewSession", fields{"capabilities": capabilities}, nil); err != nil {
		return "", err
	}
	var current struct{ Value string }
	err = m.call("WebDriver:GetWindowHandle", fields{}, &current)
	return current.Value, err
}

// port is the one that Firefox has chosen; it writes it into its profile.
func (m *marionette) port(exited <-chan error) (string, error) {
	for start := time.Now(); ; {
		text, err := os.ReadFile(filepath.Join(m.profile, "MarionetteActivePort"))
		if port := strings.TrimSpace(string(text)); port != "" {
			return port, nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) || time.Since(start) > Deadline {
			return "", errors.Join(errors.New("it listens on no port"), err)
		}
		select {
		case err := <-exited:
			return "", fmt.Errorf("it has ended: %w", err)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// call sends [0, number, name, parameters] and reads [1, number, error, result]. Call it with m.mu held.
func (m *marionette) call(name string, parameters, result any) error {
	m.calls++
	message, err := json.Marshal([]any{0, m.calls, name, parameters})
	if err != nil {
		return err
	}
	_ = m.conn.SetDeadline(time.Now().Add(Deadline))
	if _, err := fmt.Fprintf(m.conn, "%d:%s", len(message), message); err != nil {
		return err
	}
	answer, err := m.read()
	if err != nil {
		return err
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(answer, &parts); err != nil || len(parts) != 4 {
		return fmt.Errorf("%s: Firefox answered %s", name, answer)
	}
	if string(parts[2]) != "null" {
		return fmt.Errorf("%s: %s", name, parts[2])
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(parts[3], result)
}

func (m *marionette) read() ([]byte, error) {
	length, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil || n < 0 || n > maxReport {
		return nil, fmt.Errorf("expected the length of a message, got %q", length)
	}
	message := make([]byte, n)
	_, err = io.ReadFull(m.in, message)
	return message, err
}

func (m *marionette) close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.conn != nil {
		_ = m.conn.Close()
	}
}
