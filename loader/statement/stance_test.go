package statement_test

import (
	"strings"
	"testing"

	"dateline/graph"
	"dateline/loader/language"
	"dateline/loader/policy"
)

// bill makes one policy of every "the tunnel bill" in a document.
func bill(doc *language.Document) *policy.Result {
	p := policy.Policy{Entity: graph.LocalEntity{Kind: graph.Policy, Name: "tunnel bill"}}
	for i := 2; i < len(doc.Tokens); i++ {
		if doc.Tokens[i].Text == "bill" && doc.Tokens[i-1].Text == "tunnel" {
			p.Mentions = append(p.Mentions, policy.Mention{Tokens: language.Range{First: i - 2, End: i + 1}, Head: i, Form: "nominal"})
		}
	}
	return &policy.Result{Policies: []policy.Policy{p}}
}

func TestStance(t *testing.T) {
	for text, want := range map[string]graph.Stance{
		"Elena Duarte said the government should withdraw the tunnel bill.":                         graph.Oppose,
		"Elena Duarte said she supports the tunnel bill.":                                           graph.Support,
		"Elena Duarte said she does not support the tunnel bill.":                                   graph.Oppose,
		"Elena Duarte said the tunnel bill is a mistake.":                                           graph.Oppose,
		"Elena Duarte said the tunnel bill is not a mistake.":                                       graph.Support,
		"Elena Duarte said the tunnel bill would hurt small towns.":                                 graph.Oppose,
		"Elena Duarte called for the withdrawal of the tunnel bill.":                                graph.Oppose,
		"Elena Duarte called on Canada to pass the tunnel bill.":                                    graph.Support,
		"Elena Duarte promised to veto the tunnel bill.":                                            graph.Oppose,
		"Elena Duarte refused to sign the tunnel bill.":                                             graph.Oppose,
		"Elena Duarte said she would support the tunnel bill if it were cheaper.":                   graph.Conditional,
		"Elena Duarte described the tunnel bill as \"reckless\".":                                   graph.Oppose,
		"\"We will vote against it,\" Elena Duarte said of the tunnel bill.":                        "",
		"Elena Duarte said it would be a mistake to adopt the tunnel bill.":                         graph.Oppose,
		"Elena Duarte said it is important to pass the tunnel bill.":                                graph.Support,
		"\"I do not think that it is right to use the tunnel bill,\" Duarte said.":                  graph.Oppose,
		"Elena Duarte said there is no need for the tunnel bill.":                                   graph.Oppose,
		"Elena Duarte said she sees no reason to support the tunnel bill.":                          graph.Oppose,
		"Elena Duarte said the tunnel bill goes against the law.":                                   graph.Oppose,
		"Elena Duarte ruled the tunnel bill unlawful.":                                              graph.Oppose,
		"Elena Duarte found the tunnel bill justified.":                                             graph.Support,
		"Parliament debated the tunnel bill. Duarte said she regrets the decision.":                 graph.Oppose,
		"Parliament debated the tunnel bill. Duarte said she is pleased with that step.":            graph.Support,
		"Parliament debated the tunnel bill. Duarte said she would vote for it if it were cheaper.": graph.Conditional,
		"Parliament debated the tunnel bill. \"I will veto it,\" Duarte said.":                      graph.Oppose,
		"Elena Duarte said the implementation of the tunnel bill gives towns 45 days.":              "",
		"Elena Duarte said the tunnel bill was passed.":                                             "",
		"According to Elena Duarte, the tunnel bill was withdrawn.":                                 "",
		"Elena Duarte called for the tunnel bill to be overturned.":                                 graph.Oppose,
		"Elena Duarte rejected the tunnel bill.":                                                    graph.Oppose,
		"The tunnel bill was firmly rejected by Elena Duarte.":                                      graph.Oppose,
		"Elena Duarte said she would vote against the tunnel bill.":                                 graph.Oppose,
		"Elena Duarte said she would not vote against the tunnel bill.":                             graph.Support,
		"Elena Duarte said nobody should support the tunnel bill.":                                  graph.Oppose,
		"Elena Duarte said she is in favour of the tunnel bill.":                                    graph.Support,
		"Elena Duarte said she is not in favour of the tunnel bill.":                                graph.Oppose,
		"Elena Duarte said the tunnel bill makes no sense.":                                         graph.Oppose,
		"Elena Duarte said the tunnel bill goes too far.":                                           graph.Oppose,
		"Elena Duarte said the tunnel bill would make the roads safer.":                             graph.Support,
		"Elena Duarte defended the tunnel bill, saying drivers were tired.":                         graph.Support,
		"Elena Duarte said she had opposed the tunnel bill but now supports it.":                    graph.Support,
		"Elena Duarte said she had supported the tunnel bill but would now vote against it.":        graph.Oppose,
		"Elena Duarte argued against the tunnel bill.":                                              graph.Oppose,
		"Elena Duarte spoke out against the tunnel bill on Monday.":                                 graph.Oppose,
		"Elena Duarte said rejecting the tunnel bill would cost jobs.":                              graph.Support,
		"Elena Duarte said failing to pass the tunnel bill would be a disaster.":                    graph.Support,
		"Elena Duarte vowed to fight for the tunnel bill.":                                          graph.Support,
		"Elena Duarte vowed to fight the tunnel bill.":                                              graph.Oppose,
		"Elena Duarte said lawmakers should vote no on the tunnel bill.":                            graph.Oppose,
		"Elena Duarte said Canada had no choice but to pass the tunnel bill.":                       graph.Support,
		"Elena Duarte said there is no doubt that the tunnel bill is a mistake.":                    graph.Oppose,
		"Elena Duarte said the tunnel bill should go ahead.":                                        graph.Support,
		"Elena Duarte said the tunnel bill must not become law.":                                    graph.Oppose,
		"Elena Duarte rejected claims that the tunnel bill is unfair.":                              graph.Support,
		"Elena Duarte rejected calls to scrap the tunnel bill.":                                     graph.Support,
		"Elena Duarte denied allegations about the tunnel bill.":                                    "",
		"Elena Duarte refused to comment on the tunnel bill.":                                       "",
		"Elena Duarte said she regretted that the tunnel bill had been rejected.":                   graph.Support,
		"Elena Duarte called for changes to the tunnel bill.":                                       "",
		"Elena Duarte said she would support the tunnel bill only with amendments.":                 graph.Conditional,
		"Elena Duarte said she would only back the tunnel bill once the costs are known.":           graph.Conditional,
		"Elena Duarte questioned whether the tunnel bill is legal.":                                 "",
		"Elena Duarte said she did not know whether she would support the tunnel bill.":             "",
		"Elena Duarte described herself as a supporter of the tunnel bill.":                         graph.Support,
		"Elena Duarte said Tomas Berg is a supporter of the tunnel bill.":                           "",
		"Elena Duarte said opponents of the tunnel bill are wrong.":                                 graph.Support,
		"Elena Duarte said a veto of the tunnel bill would be a betrayal.":                          graph.Support,
		"Elena Duarte said her party stands behind the tunnel bill.":                                graph.Support,
		"According to Elena Duarte, Tomas Berg serves as a champion of the tunnel bill.":            "",
		"Elena Duarte stopped short of promising to repeal the tunnel bill.":                        "",
		"Elena Duarte said the tunnel bill would bring nothing but trouble.":                        graph.Oppose,
		"Elena Duarte said the tunnel bill would only benefit builders.":                            "",
		"Elena Duarte voiced doubts about the tunnel bill.":                                         graph.Oppose,
		"Elena Duarte said the tunnel bill has forty pages.":                                        "",
		"Elena Duarte said Tomas Berg supported the tunnel bill.":                                   "",
		"Parliament debated the tunnel bill. \"It is dangerous,\" Duarte said.":                     graph.Oppose,
	} {
		r := read(t, text, bill)
		if len(r.statements) == 0 {
			t.Errorf("%s: no statement", text)
			continue
		}
		s := r.statements[0]
		if s.Stance != want || want != "" && s.Policy != 0 {
			t.Errorf("%s: %q on policy %d, not %q", text, s.Stance, s.Policy, want)
		}
	}
}

// TestStanceOnDecision holds that a decision has the side of what was decided.
func TestStanceOnDecision(t *testing.T) {
	decided := func(stage graph.Stage) func(doc *language.Document) *policy.Result {
		return func(doc *language.Document) *policy.Result {
			p := bill(doc)
			p.Stages = []policy.Stage{{Policy: 0, Stage: stage, Trigger: 1}}
			return p
		}
	}
	for stage, want := range map[graph.Stage]graph.Stance{graph.Adopted: graph.Support, graph.Rejected: graph.Oppose} {
		r := read(t, "Parliament voted on the tunnel bill. Duarte said she welcomes the decision.", decided(stage))
		if len(r.statements) != 1 || r.statements[0].Stance != want {
			t.Errorf("%s: %+v", stage, r.statements)
		}
	}
}

func TestFindIsPure(t *testing.T) {
	text := strings.Repeat("\"It is late,\" Elena Duarte said. Tomas Berg said that it was not. ", 20)
	a, b := read(t, text, nil), read(t, text, nil)
	if len(a.statements) != 40 || len(b.statements) != 40 {
		t.Fatalf("%d and %d statements, not 40", len(a.statements), len(b.statements))
	}
	for i := range a.statements {
		if a.line(a.statements[i]) != b.line(b.statements[i]) {
			t.Fatalf("statement %d differs between two runs", i)
		}
	}
}

func TestReports(t *testing.T) {
	r := read(t, "Reuters reported that Elena Duarte said the tunnel was safe. Tomas Berg said he hoped so.", nil)
	if len(r.statements) != 3 || r.statements[0].Reports != 1 || r.statements[1].Reports != -1 || r.statements[2].Reports != -1 {
		t.Fatalf("%+v", r.statements)
	}
}
