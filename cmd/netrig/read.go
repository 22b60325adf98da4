package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
)

func readCommand() *cobra.Command {
	var r reading
	c := &cobra.Command{
		Use:   "read [-Y FILTER] [-T text|fields|json] [-e FIELD]... [--at NODE:IFACE] FILE|-",
		Short: "Show the frames of a capture file",
		Long: `Read shows the frames of a capture file (pcapng or pcap, compressed by gzip or
not; - is standard input), dissected as Wireshark does, each capture point on its
own. It needs no rights.

Formats, after tshark's:
  text    a line for each frame: its number, its seconds since the first, capture
          point, source, destination, protocol, and what it says
  fields  the values of the fields named by -e, with tabs between fields and commas
          between the values of one
  json    JSON Lines: an object for each frame, with the values of its fields, or
          of those named by -e, by name`,
		Example: `  netrig read -Y 'dhcp || arp' frames.pcapng
  netrig read --at pc1:eth0 -T fields -e frame.time_relative -e tcp.seq frames.pcapng
  tcpdump -w - | netrig read -`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
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
			r.out, r.live = out, isTerminal(os.Stdout)
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
	c.Flags().StringVar(&r.at, "at", "", "show only the frames of this capture point")
	return c
}

// reading is what is asked of a capture file.
type reading struct {
	filter, format, at string
	names              []string

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
	if r.filter == "" {
		return nil
	}
	var err error
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
	dissection := packet.NewDissection(packet.Options{Only: r.only(), Transient: true})
	seen := r.at == ""
	var s shown
	for f, err := range file.Frames() {
		if err != nil {
			return err
		}
		if f.Number == 1 {
			s.first = f.Time
		}
		if r.at != "" && f.Point != r.at {
			continue
		}
		seen = true
		dissection.Dissect(f)
		if r.test != nil {
			if ok, err := r.test.Match(f, nil); err != nil || !ok {
				continue
			}
		}
		if s.line, err = r.shape(&s, f, r.fields); err != nil {
			return err
		}
		if _, err := r.out.Write(append(s.line, '\n')); err != nil {
			return err
		}
		if r.live {
			if err := r.out.Flush(); err != nil {
				return err
			}
		}
	}
	if !seen {
		return fmt.Errorf("no frame was captured at %s", r.at)
	}
	return nil
}

// only is the fields that are looked at, nil where all are.
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
	if r.test != nil {
		ids = append(ids, r.test.Fields()...)
	}
	return packet.NewFieldSet(ids...)
}
