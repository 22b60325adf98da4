// Package process runs programs in a node: inside its network namespace,
// with a process tree, mounts and host name of their own.
//
// A program sees itself as on a machine called after its node. /proc shows
// its own processes only, /sys the node's links; in a container that hides
// parts of /proc or /sys the kernel refuses new ones, and the old remain.
// /etc is the machine's, with the node's files (resolv.conf, hosts) in place;
// what the program writes there it alone sees, but what it writes to the
// node's files, as the scripts of DHCP clients do, the whole node. /run is
// empty, and so are the state directories of DHCP clients and servers
// (/var/lib/dhcp and its like). Everything else, /tmp and the working
// directory included, is the machine's own.
//
// Where netrig is run by an ordinary user, the program is root in a user
// namespace with that one user in it. The kernel refuses setgroups(2) and
// chown(2) to others there, so a daemon that gives its rights away has to be
// told not to (dnsmasq --no-daemon, username: "" of unbound).
//
// The program is the child of an init (pid1), in a session of its own, so
// that ctrl-C at the terminal does not reach it. When the program ends,
// everything that it started ends: a daemon has to stay in the foreground
// (dnsmasq --no-daemon, dhclient -d). The same happens when the node's
// namespace is closed, and when this process ends in whatever way.
//
// The package knows neither nodes nor their files: lab hands it both.
package process
