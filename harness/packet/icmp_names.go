package packet

// icmpMipTypeNames are the names of icmp.mip.type.
var icmpMipTypeNames = map[uint64]string{
	0:  "One byte padding extension",
	16: "Mobility Agent Advertisement Extension",
	19: "Prefix Lengths Extension",
	24: "Challenge Extension",
}

// icmpExtClassNames are the names of icmp.ext.class.
var icmpExtClassNames = map[uint64]string{
	1: "MPLS Label Stack Class",
	2: "Interface Information Object",
	3: "Interface Identification Object",
}

// icmpIntInfoRoleNames are the names of icmp.int_info.role.
var icmpIntInfoRoleNames = map[uint64]string{
	0: "IP interface upon which datagram arrived",
	1: "sub-IP component of an IP interface upon which datagram arrived",
	2: "IP interface through which datagram would be forwarded",
	3: "IP next-hop to which datagram would be forwarded",
}

// icmpExtEchoRspStateNames are the names of icmp.ext.echo.rsp.state.
var icmpExtEchoRspStateNames = map[uint64]string{
	0: "Reserved",
	1: "Incomplete",
	2: "Reachable",
	3: "Stale",
	4: "Delay",
	5: "Probe",
	6: "Failed",
}
