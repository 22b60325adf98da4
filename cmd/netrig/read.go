package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
)

func readCommand() *cobra.Command {
	var r reading
	c := &cobra.Command{
		Use:   "read [-Y FILTER] [-T text|fields|json] [-e FIELD]... [--at NODE:IFACE] [-r] FILE|-",
		Short: "Show the frames of a capture file",
		Long: `Read shows the frames of a capture file (pcapng or pcap, compressed by gzip or
not; - is standard input), dissected as Wireshark does, each capture point on its
own. It needs no rights.

Formats, after tshark's:
  text    a line for each frame: its number, its seconds since the first, capture
          point, source, destination, protocol, and what it says
  fields  the values of the fields named by -e, with tabs between fields and commas
          between the values of one; -E says otherwise: separator=/t|/s|CHARACTER,
          aggregator=,|/s|CHARACTER, occurrence=f|l|a, quote=d|s|n, header=y|n
  json    JSON Lines: an object for each frame, with the values of its fields, or
          of those named by -e, by name`,
		Example: `  netrig read -Y 'dhcp || arp' frames.pcapng
  netrig read --at pc1:eth0 -T fields -e frame.time_relative -e tcp.seq frames.pcapng
  netrig read -T fields -E header=y -E separator=, -E quote=d -e ip.src -e ip.dst -r frames.pcapng
  tcpdump -U -w - | netrig read -l - | grep DNS`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil // -r names it, or nothing does
			}
			return one("FILE")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			switch {
			case r.file != "" && len(args) > 0:
				return usage(fmt.Errorf("-r %s: %s is named too, and one file is read", r.file, args[0]))
			case r.file != "":
				args = []string{r.file}
			case len(args) == 0:
				return usage(errors.New("no file is named (- is standard input)"))
			}
			if c.Flags().Changed("count") && r.count < 1 {
				return usage(fmt.Errorf("-c %d: want 1 or more", r.count))
			}
			if err := r.prepare(); err != nil {
				return usage(err)
			}
			in, name := c.InOrStdin(), "standard input"
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return usage(err)
				}
				defer func() { _ = f.Close() }()
				in, name = f, args[0]
			}
			out := bufio.NewWriterSize(c.OutOrStdout(), 64<<10)
			r.out, r.live = out, r.live || isTerminal(os.Stdout)
			err := r.read(in)
			if failed := out.Flush(); failed != nil { // or had failed before
				return &exit{code: exitErrored, err: failed}
			}
			if err != nil {
				return usage(fmt.Errorf("%s: %w", name, err))
			}
			return nil
		},
	}
	c.Flags().StringVarP(&r.filter, "display-filter", "Y", "", "show only the frames that this display filter selects")
	c.Flags().StringVarP(&r.format, "format", "T", "text", "text, fields or json")
	c.Flags().StringArrayVarP(&r.names, "field", "e", nil, "a field to show (may be given again)")
	c.Flags().StringArrayVarP(&r.options, "style", "E", nil, "how -T fields prints, as in separator=, or header=y (may be given again)")
	c.Flags().StringVar(&r.at, "at", "", "show only the frames of this capture point")
	c.Flags().StringVarP(&r.file, "read-file", "r", "", "the capture file, as tshark has it")
	c.Flags().IntVarP(&r.count, "count", "c", 0, "read no more than this many frames")
	c.Flags().BoolVar(&r.split, "no-reassembly", false, "leave fragments and segments as they are")
	c.Flags().BoolVar(&r.checksums, "checksums", false, "verify the checksums of IPv4, TCP and UDP")
	c.Flags().BoolVarP(&r.live, "live", "l", false, "write each line as soon as its frame is read, into a pipe too")
	return c
}

// reading is what is asked of a capture file.
type reading struct {
	filter, format, at, file string
	names, options           []string
	count                    int // of frames to read; 0 for all
	split, checksums         bool

	style  fieldStyle
	test   *filter.Filter // nil for all frames
	fields []*packet.Info
	shape  shape
	out    *bufio.Writer
	live   bool // somebody watches
}

// prepare understands the flags.
func (r *reading) prepare() error {
	var ok bool
	if r.shape, ok = shapes[r.format]; !ok {
		return fmt.Errorf("-T %s: want text, fields or json", r.format)
	}
	switch {
	case r.format == "fields" && len(r.names) == 0:
		return errors.New("-T fields: no field is named (add -e FIELD)")
	case r.format != "fields" && len(r.options) > 0:
		return fmt.Errorf("-E %s: it goes with -T fields", r.options[0])
	case r.format == "text" && len(r.names) > 0:
		return errors.New("-e: text has lines, not fields (add -T fields or -T json)")
	}
	for _, name := range r.names {
		info, ok := packet.Lookup(name)
		if !ok {
			return fmt.Errorf("-e %s: %w", name, unknownField(name))
		}
		r.fields = append(r.fields, info)
	}
	var err error
	if r.style, err = parseStyle(r.options); err != nil || r.filter == "" {
		return err
	}
	if r.test, err = filter.Compile(r.filter); err != nil {
		return fmt.Errorf("-Y %s: %w", r.filter, err)
	}
	if refs := r.test.References(); len(refs) > 0 {
		return fmt.Errorf("-Y %s: column %d: no frame is bound as %s here (write its value)", r.filter, refs[0].Column, refs[0].Name)
	}
	return nil
}

// unknownField tells what the field may have been meant to be.
func unknownField(name string) error {
	_, err := filter.Compile(name)
	var e *filter.Error
	if errors.As(err, &e) && e.Cure != "" {
		return fmt.Errorf("%s (%s)", e.Message, e.Cure)
	}
	return errors.New("no field has this name")
}

// read shows the frames of a file.
func (r *reading) read(in io.Reader) error {
	file, err := packet.NewReader(in)
	if err != nil {
		return err
	}
	debug.SetGCPercent(400) // what is alive is small, and what comes and goes much
	s := shown{style: r.style, search: packet.Search{
		Options: packet.Options{Only: r.only(), NoReassembly: r.split, VerifyChecksums: r.checksums},
		Point:   r.at,
		Most:    r.count,
	}}
	if r.test != nil {
		s.search.Test = func(f *packet.Frame) (bool, error) { return r.test.Match(f, nil) }
		s.search.Tested = packet.NewFieldSet(r.test.Fields()...)
	}
	if r.style.header {
		if _, err := fmt.Fprintln(r.out, strings.Join(r.names, string([]byte{r.style.separator}))); err != nil {
			return err
		}
	}
	for f, err := range s.search.Frames(file) {
		if err != nil {
			return err
		}
		if err := r.show(&s, f); err != nil {
			return err
		}
	}
	if s.search.Seen == 0 && r.at != "" {
		return fmt.Errorf("no frame was captured at %s", r.at)
	}
	return nil
}

// show writes a frame.
func (r *reading) show(s *shown, f *packet.Frame) error {
	var err error
	if s.line, err = r.shape(s, f, r.fields); err != nil {
		return err
	}
	if _, err := r.out.Write(append(s.line, '\n')); err != nil || !r.live {
		return err
	}
	return r.out.Flush()
}

// only is the fields that are shown, nil where all are.
func (r *reading) only() *packet.FieldSet {
	ids := packet.SummaryFields()
	switch {
	case r.format == "json" && len(r.names) == 0:
		return nil
	case r.format == "fields":
		ids = nil
	}
	for _, info := range r.fields {
		ids = append(ids, info.ID)
	}
	return packet.NewFieldSet(ids...)
}
