// Package suite owns the test file: its language, its strict reading with
// every mistake at once, and the verdicts that come of it.
//
// YAML becomes a Suite of Cases; a Case is a network, Steps that make
// something happen and Assertions about what was recorded. The expect room
// turns evidence into Results, CaseResults and a SuiteResult, which the
// report room renders. docs/suite.md is the language's reference.
//
// It refuses to run anything (the run room does), to judge anything (the
// expect room does), and to draw anything. Any room above it may import it.
package suite
