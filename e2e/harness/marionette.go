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

// A marionette drives a running Firefox over its own protocol: text of JSON, each with its length before it. It is
// there for what a page cannot do itself, clicks that are trusted; pages report as without it.
//
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
type marionette struct {
	profile string

	mu    sync.Mutex
	conn  net.Conn
	in    *bufio.Reader
	calls int
}

// clickAt connects at the first click.
func (m *marionette) clickAt(x, y float64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.conn == nil {
		if err := m.connect(); err != nil {
			return fmt.Errorf("connect to Firefox: %w", err)
		}
	}
	type step map[string]any
	return m.call("WebDriver:PerformActions", step{"actions": []step{{
		"type": "pointer", "id": "mouse", "parameters": step{"pointerType": "mouse"},
		"actions": []step{
			{"type": "pointerMove", "x": x, "y": y, "duration": 0},
			{"type": "pointerDown", "button": 0},
			{"type": "pointerUp", "button": 0},
		},
	}}})
}

func (m *marionette) connect() error {
	port, err := m.port()
	if err != nil {
		return err
	}
	if m.conn, err = net.Dial("tcp", net.JoinHostPort("127.0.0.1", port)); err != nil {
		return err
	}
	m.in = bufio.NewReader(m.conn)
	if _, err := m.read(); err != nil { // It introduces itself.
		return err
	}
	return m.call("WebDriver:NewSession", map[string]any{})
}

// port is the one that Firefox has chosen; it writes it into its profile, maybe after the page has opened.
func (m *marionette) port() (string, error) {
	for start := time.Now(); ; {
		text, err := os.ReadFile(filepath.Join(m.profile, "MarionetteActivePort"))
		if port := strings.TrimSpace(string(text)); port != "" {
			return port, nil
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) || time.Since(start) > Deadline {
			return "", errors.Join(errors.New("it listens on no port"), err)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// call sends [0, number, name, parameters] and reads [1, number, error, result].
func (m *marionette) call(name string, parameters any) error {
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
	return nil
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
