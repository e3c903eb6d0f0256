package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run executes one command line and gives its exit code. Data goes to out,
// messages to messages.
func run(ctx context.Context, args []string, in io.Reader, out, messages io.Writer) int {
	a := &app{in: in, out: out, messages: messages}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(messages)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitDone
	}
	code := exitCode(ctx, err)
	var said *reported
	if !errors.As(err, &said) {
		fmt.Fprintln(messages, "dateline:", err)
	}
	return code
}

// An app is what commands share: the streams and the flags of the store.
type app struct {
	in            io.Reader
	out, messages io.Writer
	store         storeFlags
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "dateline",
		Short: "An event-timeline knowledge graph for news",
		Long: "dateline turns news articles into people, countries, organizations, policies, statements and events,\n" +
			"linked by date and by the sentences that support them, and answers questions about them.\n\n" +
			"Every flag has an environment variable DATELINE_<FLAG>; a secret also one that ends in _FILE.",
		SilenceUsage:      true,
		SilenceErrors:     true,
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return fromEnvironment(cmd.Flags()) },
	}
	a.store.add(root.PersistentFlags())
	root.AddCommand(a.load(), a.serve(), a.extract(), a.timeline(), a.relationship(), a.path(), a.show(), a.search(),
		a.export(), a.delete(), a.refresh(), a.copy(), a.judge(), a.check(), a.key(), a.version())
	return root
}
