package packet_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// foreign returns the captures that another project's module holds: its own, and the
// test files of pcapng that its authors made, in either byte order.
func foreign(t *testing.T) (files []string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "go", "mod", "download", "-modfile=../../ci/captures/go.mod", "-json", "github.com/gopacket/gopacket")
	out, err := cmd.Output()
	var module struct{ Dir string }
	if err == nil {
		err = json.Unmarshal(out, &module)
	}
	if err != nil {
		trial.Lack(t, fmt.Sprintf("what go mod download gets (%v)", err))
	}
	err = filepath.WalkDir(module.Dir, func(name string, _ fs.DirEntry, err error) error {
		if ext := filepath.Ext(name); ext == ".pcap" || ext == ".pcapng" {
			files = append(files, name)
		}
		return err
	})
	if err != nil || len(files) < 50 {
		t.Fatalf("%d captures in %s: %v", len(files), module.Dir, err)
	}
	return files
}

// refused are why a capture of others is not read to its end.
var refused = []string{
	"want Ethernet",    // of another link layer
	"pcapng version 2", // which there is not
}

// passedOver are files that cannot be compared, and why.
var passedOver = map[string]string{
	"test017.pcapng": "tshark counts blocks of other kinds as frames",
	"test018.pcapng": "tshark counts blocks of other kinds as frames",
	"test301.pcapng": "it holds keys, which editcap cannot take out of it",
}

// withoutSecrets is the file without keys, by which tshark would decrypt what it holds.
func withoutSecrets(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte("CLIENT_RANDOM")) {
		return file
	}
	plain := filepath.Join(t.TempDir(), filepath.Base(file))
	if out, err := exec.CommandContext(t.Context(), "editcap", "--discard-all-secrets", file, plain).CombinedOutput(); err != nil {
		t.Fatalf("editcap: %v: %s", err, out)
	}
	return plain
}

// unknown has tshark not know the protocols either that most of these captures hold.
func unknown() (args []string) {
	for _, name := range []string{"enip", "mbtcp", "mbudp"} {
		args = append(args, "--disable-protocol", name)
	}
	return args
}

// TestOracleForeign reads captures that others made and holds their frames against
// tshark. Of one that is not read to its end it tells why. One of thousands of frames is
// left out with -short.
func TestOracleForeign(t *testing.T) {
	t.Parallel()
	sum := tally{others: true}
	whole := 0
	for _, file := range foreign(t) {
		name := filepath.Join(filepath.Base(filepath.Dir(file)), filepath.Base(file))
		t.Run(name, func(t *testing.T) {
			if passedOver[filepath.Base(file)] != "" {
				return
			}
			info, err := os.Stat(file)
			if err != nil {
				t.Fatal(err)
			}
			if testing.Short() && info.Size() > 100_000 {
				t.Skip("with -short it is left out")
			}
			in, err := os.Open(file)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = in.Close() }()
			r, err := packet.NewReader(in)
			sum.cut = false
			for err == nil {
				var f *packet.Frame
				if f, err = r.Next(); err == nil {
					sum.cut = sum.cut || len(f.Data) < f.Length
				}
			}
			if !errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
				for _, why := range refused {
					if strings.Contains(err.Error(), why) {
						return
					}
				}
				t.Fatal(err)
			}
			whole++
			sum.compare(t, withoutSecrets(t, file), packet.Options{}, unknown()...)
		})
	}
	sum.log(t)
	if whole < 30 {
		t.Errorf("only %d captures were read", whole)
	}
}
