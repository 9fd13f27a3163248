package harness

import (
	"net/http"
	"strconv"

	"github.com/chromedp/chromedp"
)

// clickWith says how to click in the browser that is being driven.
func (s *Server) clickWith(click func(x, y float64) error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.click = click
}

// clickAt answers POST /click?x=…&y=…, in CSS pixels of the viewport.
func (s *Server) clickAt(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	click := s.click
	s.mu.Unlock()
	x, err := strconv.ParseFloat(r.URL.Query().Get("x"), 64)
	y, errY := strconv.ParseFloat(r.URL.Query().Get("y"), 64)
	switch {
	case err != nil || errY != nil:
		http.Error(w, "expected x= and y=, a point of the viewport", http.StatusBadRequest)
	case !s.clicks || click == nil:
		http.Error(w, "the test was not given harness.TrustedClicks()", http.StatusNotImplemented)
	default:
		if err := click(x, y); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func (tab *Tab) clickAt(x, y float64) error {
	ctx, cancel := within(tab.Ctx)
	defer cancel()
	return chromedp.Do(ctx, chromedp.MouseClickXY(x, y))
}
