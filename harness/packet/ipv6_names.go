package packet

// ipv6OptSmfDpdTidTypeNames are the names of ipv6.opt.smf_dpd.tid_type.
var ipv6OptSmfDpdTidTypeNames = map[uint64]string{
	0: "NULL",
	1: "DEFAULT",
	2: "IPv4",
	3: "IPv6",
}

// ipv6OptIoamOptTypeNames are the names of ipv6.opt.ioam.opt_type.
var ipv6OptIoamOptTypeNames = map[uint64]string{
	0: "Pre-allocated Trace",
	1: "Incremental Trace",
	2: "Proof of Transit",
	3: "Edge to Edge",
}

// ipv6OptMplFlagSNames are the names of ipv6.opt.mpl.flag.s.
var ipv6OptMplFlagSNames = map[uint64]string{
	0: "0",
	1: "16-bit unsigned integer",
	2: "64-bit unsigned integer",
	3: "128-bit unsigned integer",
}
