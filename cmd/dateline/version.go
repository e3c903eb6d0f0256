package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"dateline/loader"
	"dateline/loader/language"
)

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "The version of the program, its rules and its language model",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			version := "devel"
			if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
				version = info.Main.Version
			}
			engine, err := language.New(language.Config{})
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "dateline %s (%s %s/%s)\nrules %s\nmodel %s\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, loader.Rules, engine.Version())
			return err
		},
	}
}
