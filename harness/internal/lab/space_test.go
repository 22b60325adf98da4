package lab

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

func TestEndedLabsMakeRoom(t *testing.T) {
	full := fmt.Errorf("as many as are allowed: %w", unix.ENOSPC)
	synctest.Test(t, func(t *testing.T) {
		y := newYard(few)
		y.boot(+1)
		defer y.boot(-1)
		r, _ := ended(t, 2)
		y.take(r)
		var let time.Time // when the kernel was left them
		ns, err := y.space(t.Context(), func() (*netns.NS, error) {
			switch {
			case r.waits(t):
				return nil, full
			case let.IsZero():
				let = time.Now()
			}
			if time.Since(let) < slow/2 {
				return nil, full
			}
			return netns.New()
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := ns.Close(); err != nil {
			t.Error(err)
		}
	})
}

func TestNothingMakesRoom(t *testing.T) {
	full := fmt.Errorf("as many as are allowed: %w", unix.ENOSPC)
	for _, tt := range []struct {
		name  string
		ended int
		want  error
		least time.Duration
	}{
		{"nothing has ended", 0, full, 0},
		{"others take what has ended", 2, full, slow},
		{"something else is wrong", 2, unix.EPERM, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				y := newYard(few)
				y.boot(+1)
				defer y.boot(-1)
				defer y.clear()
				if tt.ended > 0 {
					r, _ := ended(t, tt.ended)
					y.take(r)
				}
				began := time.Now()
				_, err := y.space(t.Context(), func() (*netns.NS, error) { return nil, tt.want })
				if took := time.Since(began); !errors.Is(err, tt.want) || took < tt.least || took > tt.least+again {
					t.Errorf("%v after %s, want %v after %s", err, took, tt.want, tt.least)
				}
			})
		})
	}
}
