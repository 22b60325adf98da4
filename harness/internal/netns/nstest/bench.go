package nstest

import (
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"
)

// InTurn measures f, one call after the other, as a median and a mean.
func InTurn(b *testing.B, f func() error) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		if err := f(); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "ms-median")
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms-mean")
}

// AtOnce measures 200 calls of f, so many at once as tests with t.Parallel would be
// that wait most of the time: eight on a processor. It measures, too, when the kernel has
// taken apart what they made, once end has let go of it.
func AtOnce(b *testing.B, f func() error, end func()) {
	b.Helper()
	var took time.Duration
	for b.Loop() {
		began := time.Now()
		var wg sync.WaitGroup
		slots := make(chan struct{}, 8*runtime.GOMAXPROCS(0))
		for range 200 {
			slots <- struct{}{}
			wg.Go(func() {
				if err := f(); err != nil {
					b.Error(err)
				}
				<-slots
			})
		}
		wg.Wait()
		took += time.Since(began)
		end()
		Settle(b)
	}
	b.ReportMetric(took.Seconds()/float64(b.N), "s/200")
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/200-gone")
}
