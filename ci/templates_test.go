package ci

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/trial"
)

// template reads a file of ci/templates into what its keys are; one that is not known fails.
func template(t *testing.T, name string, to any) {
	t.Helper()
	d := yaml.NewDecoder(bytes.NewReader(content(t, name)))
	d.KnownFields(true)
	if err := d.Decode(to); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func content(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("templates", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// step is one of a workflow or an action of GitHub's.
type step struct {
	Name  string
	If    string `yaml:"if"`
	Uses  string
	With  map[string]string
	Env   map[string]string
	Shell string
	Run   string
}

var action = regexp.MustCompile(`^actions/(checkout|setup-go|upload-artifact)@v[0-9]+$`)

// a step either uses an action or runs a script.
func (s step) check(t *testing.T) {
	t.Helper()
	if (s.Uses == "") == (s.Run == "") || s.Uses != "" && !action.MatchString(s.Uses) {
		t.Errorf("step %+v", s)
	}
	if s.Uses == "" && strings.Contains(s.Run, "${{") {
		t.Errorf("step %s: an expression is put into a script", s.Name)
	}
}

// machine is a folder with a project, a checkout of netrig beside it, and what else the
// scripts of templates find where they run.
type machine struct {
	dir, project string
	environment  []string
}

// newMachine makes one. The project is the example any-program. Tests of machines run one
// after the other, so that what the first has built the next ones need not build again.
func newMachine(t *testing.T) *machine {
	t.Helper()
	for _, program := range []string{"go", "git", "curl", "python3"} {
		trial.Tool(t, program)
	}
	dir := t.TempDir()
	m := &machine{dir: dir, project: filepath.Join(dir, "project")}
	origin := filepath.Join(dir, "origin")
	checkout(t, "..", origin)
	m.environment = append(os.Environ(),
		// Not by where a folder is, so that what was built once serves again.
		"GOFLAGS=-mod=readonly -trimpath", "GOPROXY=off", "GOWORK=off",
		"GIT_CONFIG_COUNT=3",
		"GIT_CONFIG_KEY_0=url.file://"+origin+".insteadOf", "GIT_CONFIG_VALUE_0=https://github.com/netrig/netrig",
		"GIT_CONFIG_KEY_1=user.name", "GIT_CONFIG_VALUE_1=netrig",
		"GIT_CONFIG_KEY_2=user.email", "GIT_CONFIG_VALUE_2=netrig@example.com",
		"HOME="+home(t), "TMPDIR="+t.TempDir(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"),
		"RUNNER_TEMP="+filepath.Join(dir, "temp"), "GITHUB_ACTION_PATH="+filepath.Join(dir, "netrig/ci/templates/github-action"),
		"CI_PROJECT_DIR="+m.project, "SUITES=.",
	)
	checkout(t, "../examples/any-program", m.project)
	module, err := os.ReadFile(filepath.Join(m.project, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(m.project, "go.mod"), strings.Replace(string(module), "=> ../..", "=> ../netrig", 1), 0o644)
	// No script may change the machine that the tests run on.
	write(t, filepath.Join(dir, "bin/sudo"), "#!/bin/sh\n", 0o755)
	if err := os.Mkdir(filepath.Join(dir, "temp"), 0o755); err != nil {
		t.Fatal(err)
	}
	m.run(t, origin, "git init --quiet && git add --all && git commit --quiet -m origin")
	return m
}

// home is where go finds what it has built and downloaded before.
func home(t *testing.T) string {
	t.Helper()
	dir, err := os.UserHomeDir()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func write(t *testing.T, name, text string, mode fs.FileMode) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

// checkout copies a folder, but for what is hidden and what was built.
func checkout(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(from, name)
		switch {
		case err != nil:
			return err
		case inside == ".":
			return nil
		case strings.HasPrefix(d.Name(), ".") || d.IsDir() && (inside == "bin" || inside == "runs"):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.Type().IsRegular():
			return nil
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		write(t, filepath.Join(to, inside), string(data), info.Mode().Perm())
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// run runs a script as continuous integration does.
func (m *machine) run(t *testing.T, dir, script string, environment ...string) string {
	t.Helper()
	c := exec.CommandContext(t.Context(), "sh", "-e", "-c", script)
	c.Dir = dir
	c.Env = append(slices.Clone(m.environment), environment...)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s\n%v\n%s", script, err, out)
	}
	return string(out)
}

func (m *machine) steps(t *testing.T, dir string, steps []step) (said string) {
	t.Helper()
	for _, s := range steps {
		s.check(t)
		if s.Run == "" {
			continue
		}
		var environment []string
		for key, value := range s.Env {
			if !strings.Contains(value, "${{") {
				environment = append(environment, key+"="+value)
			}
		}
		said += m.run(t, dir, s.Run, environment...)
	}
	return said
}

func TestGitHubWorkflow(t *testing.T) {
	var w struct {
		Name        string
		On          []string `yaml:"on"`
		Permissions map[string]string
		Jobs        map[string]struct {
			RunsOn   string `yaml:"runs-on"`
			Defaults struct {
				Run struct {
					Directory string `yaml:"working-directory"`
				}
			}
			Steps []step
		}
	}
	template(t, "github-workflow.yml", &w)
	m := newMachine(t)
	checkout(t, filepath.Join(m.dir, "origin"), filepath.Join(m.dir, "netrig")) // as actions/checkout does
	job := w.Jobs["test"]
	if said := m.steps(t, filepath.Join(m.dir, job.Defaults.Run.Directory), job.Steps); !strings.Contains(said, "ok  \texample.com/any-program") {
		t.Errorf("it tests nothing:\n%s", said)
	}
}

func TestGitHubAction(t *testing.T) {
	var a struct {
		Name, Description string
		Inputs            map[string]struct{ Description, Default string }
		Runs              struct {
			Using string
			Steps []step
		}
	}
	template(t, "github-action/action.yml", &a)
	for _, s := range a.Runs.Steps {
		if s.Run != "" && s.Shell == "" {
			t.Errorf("step %s: a composite action names its shell", s.Name)
		}
	}
	m := newMachine(t)
	checkout(t, filepath.Join(m.dir, "origin"), filepath.Join(m.dir, "netrig"))
	if said := m.steps(t, m.project, a.Runs.Steps); !strings.Contains(said, "1 passed") {
		t.Errorf("it runs nothing:\n%s", said)
	}
	if _, err := os.Stat(filepath.Join(m.dir, "temp/netrig.xml")); err != nil {
		t.Error(err)
	}
}

func TestGitLab(t *testing.T) {
	type job struct {
		Script    []string
		Artifacts struct {
			When    string
			Paths   []string
			Reports map[string]string
		}
	}
	var p struct {
		Default struct {
			Image        string
			BeforeScript []string `yaml:"before_script"`
		}
		Variables map[string]string
		Test      job `yaml:"go test"`
		Suites    job
	}
	template(t, "gitlab-ci.yml", &p)
	m := newMachine(t)
	var environment []string
	for key, value := range p.Variables {
		environment = append(environment, key+"="+value)
	}
	for _, line := range p.Default.BeforeScript {
		m.run(t, m.project, line)
	}
	for want, j := range map[string]job{"ok  \texample.com/any-program": p.Test, "1 passed": p.Suites} {
		if said := m.run(t, m.project, strings.Join(j.Script, "\n"), environment...); !strings.Contains(said, want) {
			t.Errorf("it does nothing:\n%s", said)
		}
		for _, name := range j.Artifacts.Reports {
			if _, err := os.Stat(filepath.Join(m.project, name)); err != nil {
				t.Error(err)
			}
		}
	}
}

func TestContainerfile(t *testing.T) {
	m := newMachine(t)
	var words []string
	built, installed := filepath.Join(m.dir, "out"), ""
	for line := range strings.Lines(string(content(t, "Containerfile"))) {
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		if word == "" || word == "#" || strings.HasPrefix(word, "#") {
			continue
		}
		words = append(words, word)
		switch word {
		case "RUN":
			m.run(t, filepath.Join(m.dir, "origin"), strings.ReplaceAll(rest, "/out/", built+"/"))
		case "COPY":
			if from, ok := strings.CutPrefix(rest, "--from=build /out/"); ok {
				from, installed, _ = strings.Cut(from, " ")
				m.run(t, m.project, filepath.Join(built, from)+" run .")
			}
		case "ENTRYPOINT":
			if want := fmt.Sprintf("[%q]", filepath.Base(installed)); rest != want {
				t.Errorf("ENTRYPOINT %s, want %s", rest, want)
			}
		}
	}
	if diff := cmp.Diff(strings.Fields("FROM WORKDIR COPY RUN FROM COPY WORKDIR ENTRYPOINT"), words); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestDevcontainer(t *testing.T) {
	var c struct {
		Name, Image                        string
		CapAdd, SecurityOpt                []string
		OnCreateCommand, PostCreateCommand string
		ContainerEnv                       map[string]string
	}
	comments := regexp.MustCompile(`(?m)^\s*//.*\n`)
	d := json.NewDecoder(bytes.NewReader(comments.ReplaceAll(content(t, "devcontainer.json"), nil)))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		t.Fatal(err)
	}
	guide, err := os.ReadFile("../docs/go-test.md")
	if err != nil {
		t.Fatal(err)
	}
	options := "docker run --cap-add " + strings.Join(c.CapAdd, " --cap-add ") + " --security-opt " + strings.Join(c.SecurityOpt, " --security-opt ")
	if !strings.Contains(string(guide), options) {
		t.Errorf("docs/go-test.md tells of other rights than %s", options)
	}
	m := newMachine(t)
	m.run(t, m.project, c.OnCreateCommand)
	m.run(t, m.project, c.PostCreateCommand)
}
