// Package docs holds the reference pages, and the tests that what they show
// is true: examples parse and run, links lead somewhere, and what the
// programs say of themselves is on the pages.
package docs

import _ "embed"

// Catalogue is the page that lists what the suites that netrig brings along
// have to show. Package cases reads the rows in it.
//
//go:embed catalogue.md
var Catalogue string
