// Package craft owns frames that are made or changed field by field, in the names of
// the catalogue: it sets fields where the dissector reads them, and mends checksums.
//
// It sends nothing and knows no kernel.
package craft
