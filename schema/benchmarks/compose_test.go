package benchmarks

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

// compose loads the project's compose file with all of its profiles, as
// `docker compose --profile '*'` does.
func compose(t *testing.T) *types.Project {
	t.Helper()
	options, err := cli.NewProjectOptions([]string{filepath.Join("..", "..", "docker-compose.yml")}, cli.WithProfiles([]string{"*"}), cli.WithName("dateline"))
	if err != nil {
		t.Fatal(err)
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return project
}

// TestComposeServices holds what keeps the services to this machine and in order.
func TestComposeServices(t *testing.T) {
	project := compose(t)
	for name, s := range project.Services {
		for _, p := range s.Ports {
			if p.HostIP != "127.0.0.1" {
				t.Errorf("%s opens port %s at %q", name, p.Published, p.HostIP)
			}
		}
		for _, secret := range s.Secrets {
			if file := project.Secrets[secret.Source].File; file == "" {
				t.Errorf("%s: the secret %s is of no file", name, secret.Source)
			}
		}
		for key, value := range s.Environment {
			if value != nil && strings.HasSuffix(strings.ToLower(key), "password") {
				t.Errorf("%s: %s stands in the environment", name, key)
			}
		}
		if on, ok := s.DependsOn["neo4j"]; strings.Contains(s.Image, "dateline") && (!ok || on.Condition != types.ServiceConditionHealthy) {
			t.Errorf("%s does not wait for a healthy server", name)
		}
	}
	server := project.Services["neo4j"]
	if !regexp.MustCompile(`^neo4j:5\.26\.\d+-community$`).MatchString(server.Image) || server.HealthCheck == nil {
		t.Errorf("the server is %s, its health check %v", server.Image, server.HealthCheck)
	}
	for _, v := range server.Volumes {
		if _, named := project.Volumes[v.Source]; v.Type != types.VolumeTypeVolume || !named {
			t.Errorf("%s is mounted from %q, which is no named volume", v.Target, v.Source)
		}
	}
	for profile, service := range map[string]string{"load": "load", "grafana": "grafana"} {
		if p := project.Services[service].Profiles; len(p) != 1 || p[0] != profile {
			t.Errorf("%s runs in the profiles %v", service, p)
		}
	}
}

// TestImageRunsAsNobody holds that the image's last user is not root, by number.
func TestImageRunsAsNobody(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	users := regexp.MustCompile(`(?m)^USER (\S+)`).FindAllStringSubmatch(string(text), -1)
	if len(users) == 0 || !regexp.MustCompile(`^[1-9]\d*(:[1-9]\d*)?$`).MatchString(users[len(users)-1][1]) {
		t.Errorf("the image runs as %v", users)
	}
}
