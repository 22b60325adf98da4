// Captures that others made, for tests to read: their modules are downloaded, and none
// of their code is built.
module github.com/netrig/netrig/ci/captures

go 1.26.0

require github.com/gopacket/gopacket v1.7.7
