package suite

// The words that have a fixed meaning. A word that is none of them could
// never match, so an assertion that it is absent would always pass.

func neighborStates() []string {
	return []string{"REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "INCOMPLETE", "PERMANENT", "NOARP"}
}

// entryStates are the states that a step gives to an entry of ARP or NDP.
func entryStates() []string {
	return []string{"permanent", "noarp", "reachable", "stale", "delay", "probe"}
}

// snapshotKinds are what snapshots are compared in.
func snapshotKinds() []string {
	return []string{"interfaces", "addresses", "routes", "neighbors", "sockets", "fdb", "stp", "leases"}
}

func socketNetworks() []string { return []string{"tcp", "tcp6", "udp", "udp6"} }

func socketStates() []string {
	return []string{"LISTEN", "SYN_SENT", "SYN_RECV", "ESTABLISHED", "FIN_WAIT1", "FIN_WAIT2", "CLOSE_WAIT",
		"CLOSING", "LAST_ACK", "TIME_WAIT", "CLOSE", "UNCONN"}
}

func fdbStates() []string { return []string{"learned", "stale", "static", "permanent"} }

func portStates() []string {
	return []string{"disabled", "listening", "learning", "forwarding", "blocking"}
}

func portRoles() []string {
	return []string{"root", "designated", "alternate", "backup", "disabled"}
}

func leaseStates() []string {
	return []string{"INIT", "SELECTING", "REQUESTING", "BOUND", "RENEWING", "REBINDING"}
}

// switches are the words of a switch, and how it is written otherwise is in switchWord.
func switches() []string { return []string{"on", "off"} }

func switchWord(text string) string {
	switch text {
	case "yes", "true":
		return "on"
	case "no", "false":
		return "off"
	}
	return text
}

func addressFlags() []string {
	return []string{"dynamic", "temporary", "secondary", "deprecated", "tentative", "dadfailed", "optimistic", "nodad", "mngtmpaddr",
		"noprefixroute", "stable-privacy", "home", "autojoin"}
}

func addressProtocols() []string { return []string{"kernel_lo", "kernel_ra", "kernel_ll"} }

func preferences() []string { return []string{"low", "medium", "high"} }

func routeScopes() []string { return []string{"global", "site", "link", "host", "nowhere"} }

func routeTypes() []string {
	return []string{"unicast", "local", "broadcast", "anycast", "multicast", "blackhole", "unreachable", "prohibit", "throw"}
}

func rcodes() []string {
	return []string{"NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED", "YXDOMAIN", "YXRRSET",
		"NXRRSET", "NOTAUTH", "NOTZONE", "BADVERS", "BADSIG", "BADKEY", "BADTIME", "BADMODE", "BADNAME", "BADALG",
		"BADTRUNC", "BADCOOKIE"}
}

func listenNetworks() []string { return []string{"tcp", "udp"} }

func dnsNetworks() []string { return []string{"udp", "tcp"} }

func dnsTypes() []string {
	return []string{"A", "AAAA", "ANY", "CAA", "CNAME", "DNSKEY", "DS", "HINFO", "HTTPS", "MX", "NAPTR", "NS", "NSEC",
		"PTR", "RRSIG", "SOA", "SRV", "SSHFP", "SVCB", "TLSA", "TXT"}
}

// keys of a step and of an assertion that say what it is.

func stepKinds() []string {
	return []string{"exec", "ping", "path", "dns", "http", "dhcp", "dhcp6", "wait", "listen", "connect", "connected", "accept", "send", "recv",
		"shutdown", "close", "reset", "fault", "link", "frame", "route", "neighbor", "address", "sysctl", "service", "snapshot", "parallel"}
}

func operators() []string {
	return []string{"gt", "ge", "lt", "le", "in", "cidr", "regex", "contains", "consist_of", "any", "absent", "not", "all_of", "any_of"}
}
