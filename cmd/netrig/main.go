// Command netrig boots declared networks, runs test suites on them and judges
// what was recorded. `netrig help` tells how.
package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness"
)

// The exit codes, as documented in `netrig help`.
const (
	exitPassed  = 0
	exitFailed  = 1
	exitErrored = 2
	exitUsage   = 3
)

// version is set by the linker.
var version = "devel"

// exit is an error that carries an exit code. Its message has been shown
// already where err is nil.
type exit struct {
	code int
	err  error
}

func (e *exit) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit code %d", e.code)
	}
	return e.err.Error()
}

func (e *exit) Unwrap() error { return e.err }

// usage marks an error as the user's.
func usage(err error) error {
	if err == nil {
		return nil
	}
	return &exit{code: exitUsage, err: err}
}

func main() {
	harness.Handover()
	os.Exit(execute(os.Args[1:]))
}

// execute runs one command line and returns the exit code.
func execute(args []string) int {
	root := rootCommand()
	root.SetArgs(args)
	command, err := root.ExecuteC()
	if err == nil {
		return exitPassed
	}
	var e *exit
	if !errors.As(err, &e) {
		// Flags and arguments that cobra refused.
		e = &exit{code: exitUsage, err: fmt.Errorf("%w\nRun `%s --help` for what there is", err, command.CommandPath())}
	}
	if e.err != nil {
		_, _ = fmt.Fprintf(root.ErrOrStderr(), "netrig: %v\n", e.err)
	}
	return e.code
}

// one refuses all but a single argument, which is what.
func one(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return fmt.Errorf("%s takes a %s, and none is named", c.Name(), what)
		case 1:
			return nil
		}
		return fmt.Errorf("%s takes one %s, and %d are named", c.Name(), what, len(args))
	}
}

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "netrig",
		Short: "Boot a declared network and judge what happens on it, frame by frame",
		Long: `netrig boots networks declared in YAML as Linux network namespaces, runs real
servers and clients in them, records every frame, and judges test suites
written in Wireshark's display-filter language.

It needs no root, no daemon and no other program, and never touches the
network of the host.

  netrig run internet               boot a small internet and judge one web request
  netrig run suite.yaml             run the suite in a file
  netrig run .                      run every suite.yaml in and below a folder
  netrig shell home.yaml            boot a network, and try things in it by hand
  netrig doctor                     say what this machine allows, and the cure for what not

Exit codes:
  0  every case passed
  1  a case failed: the network does not do what the suite says
  2  a case errored and none failed: netrig could not tell, or could not run it
  3  the command line or a file is wrong; nothing was run`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(runCommand(), shellCommand(), lintCommand(), verifyCommand(), readCommand(), graphCommand(), doctorCommand(), schemaCommand(), coverageCommand(), mutateCommand(), versionCommand())
	refuseUnknown(root)
	return root
}

// refuseUnknown makes `help NAME` and `completion NAME` refuse names that
// they do not know. By themselves they show some help and succeed.
func refuseUnknown(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Args = func(_ *cobra.Command, args []string) error {
				_, _, err := root.Find(args)
				return err
			}
		case "completion":
			c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
		}
	}
}
