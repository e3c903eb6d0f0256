package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/pflag"
)

// secrets are the flags that may also be read from the file that their
// environment variable with _FILE names.
var secrets = map[string]bool{"neo4j-password": true}

// fromEnvironment sets each flag that the command line leaves out from its
// environment variable: --neo4j-user is DATELINE_NEO4J_USER.
func fromEnvironment(flags *pflag.FlagSet) (err error) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Changed || err != nil {
			return
		}
		name := "DATELINE_" + strings.ToUpper(strings.ReplaceAll(f.Name, "-", "_"))
		value, ok := os.LookupEnv(name)
		if path := os.Getenv(name + "_FILE"); !ok && path != "" && secrets[f.Name] {
			var content []byte
			if content, err = os.ReadFile(path); err != nil {
				err = fmt.Errorf("%s_FILE: %w", name, err)
				return
			}
			value, ok = strings.TrimRight(string(content), "\r\n"), true
		}
		if ok {
			if fail := flags.Set(f.Name, value); fail != nil {
				err = fmt.Errorf("%s: %w", name, fail)
			}
		}
	})
	return err
}
