package packet_test

import (
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/packet"
)

// shown is what tshark shows of a frame: by field name, its values in order.
type shown map[string][]string

// diff tells what is otherwise in another one, "" if nothing is. That is looked at
// first: to put two of them side by side takes twenty times as long.
func (s shown) diff(other shown) string {
	if maps.EqualFunc(s, other, slices.Equal) {
		return ""
	}
	return cmp.Diff(s, other)
}

// more has what is made at random be made more often.
var more = flag.Int("more", 1, "do what is done with random frames so many times as often")

// rounds is how often a test does much the same: n times, and with -short once.
func rounds(n int) int {
	if testing.Short() {
		return 1
	}
	return n * *more
}

// pdml has tshark dissect a capture file.
func pdml(t *testing.T, file string, args ...string) []shown {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), tshark(t), append([]string{"-n", "-r", file, "-T", "pdml"}, args...)...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "HOME="+t.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	frames, err := parsePDML(out)
	if err != nil {
		t.Fatalf("read what tshark says of %s: %v", file, err)
	}
	if err := cmd.Wait(); err != nil {
		// a file that is cut off makes tshark complain, after it has shown what it had
		t.Logf("tshark -r %s: %v", file, err)
	}
	return frames
}

func parsePDML(r io.Reader) ([]shown, error) {
	var frames []shown
	dec := xml.NewDecoder(r)
	dec.Strict = false
	var item []string // of expert information: names and values
	skip := false     // the mark that comes with an item, which the catalogue lacks
	depth := 0
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return frames, nil
		}
		if err != nil {
			return nil, err
		}
		if end, ok := tok.(xml.EndElement); ok && item != nil && end.Name.Local == "field" {
			if depth--; depth == 0 {
				skip = frames[len(frames)-1].take(item)
				item = nil
			}
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if item != nil {
			depth++
		}
		if el.Name.Local == "packet" {
			frames = append(frames, shown{})
			continue
		}
		if len(frames) == 0 || el.Name.Local != "proto" && el.Name.Local != "field" {
			continue
		}
		attr := map[string]string{}
		for _, a := range el.Attr {
			attr[a.Name.Local] = a.Value
		}
		name := attr["name"]
		if name == "_ws.expert" {
			item, depth = []string{}, 1
			continue
		}
		if item != nil {
			item = append(item, name, attr["show"])
			continue
		}
		if name == "" || name == "fake-field-wrapper" || name == "geninfo" {
			continue
		}
		show := attr["show"]
		if info, ok := packet.Lookup(name); ok && info.Type == packet.Protocol {
			show = attr["size"] + " octets"
			if attr["size"] == "" {
				show = fmt.Sprint(len(attr["value"])/2, " octets")
			}
		}
		f := frames[len(frames)-1]
		f[name] = append(f[name], show)
		if name == "_ws.malformed" && skip {
			f[odd] = append(f[odd], "")
			skip = false
		}
	}
}

// without is where the items of a frame are listed that are not compared.
const without = "items of expert information that the catalogue lacks"

// odd is where the frame's octets contradict themselves as items tell that the catalogue lacks.
const odd = "_ws.malformed for want of items"

// take takes an item of expert information, unless the catalogue lacks it: then it
// reports whether a mark comes with it that the frame is malformed.
func (s shown) take(item []string) (lacks bool) {
	const malformed = "117440512"
	for i := 0; i < len(item); i += 2 {
		if _, ok := packet.Lookup(item[i]); !ok {
			s[without] = append(s[without], item[i])
			return slices.Contains(item, malformed)
		}
	}
	s["_ws.expert"] = append(s["_ws.expert"], "")
	for i := 0; i < len(item); i += 2 {
		s[item[i]] = append(s[item[i]], item[i+1])
	}
	return false
}
