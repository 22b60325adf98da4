package packet

// ipOptQsFuncNames are the names of ip.opt.qs_func.
var ipOptQsFuncNames = map[uint64]string{
	0: "Rate request",
	8: "Rate report",
}

// ipOptQsRateNames are the names of ip.opt.qs_rate.
var ipOptQsRateNames = map[uint64]string{
	0:  "0 bit/s",
	1:  "80 Kbit/s",
	2:  "160 Kbit/s",
	3:  "320 Kbit/s",
	4:  "640 Kbit/s",
	5:  "1.28 Mbit/s",
	6:  "2.56 Mbit/s",
	7:  "5.12 Mbit/s",
	8:  "10.24 Mbit/s",
	9:  "20.48 Mbit/s",
	10: "40.96 Mbit/s",
	11: "81.92 Mbit/s",
	12: "163.84 Mbit/s",
	13: "327.68 Mbit/s",
	14: "655.36 Mbit/s",
	15: "1.31072 Gbit/s",
}

// ipOptSecRfc791SecNames are the names of ip.opt.sec_rfc791_sec.
var ipOptSecRfc791SecNames = map[uint64]string{
	0:     "Unclassified",
	4958:  "Reserved",
	9405:  "Reserved",
	13794: "Reserved",
	19832: "Reserved",
	24102: "PROG",
	27589: "Top secret",
	30874: "EFTO",
	35247: "Reserved",
	39665: "Reserved",
	44819: "Restricted",
	48205: "MMMM",
	50390: "Reserved",
	55176: "Secret",
	57963: "Reserved",
	61749: "Confidential",
}

// ipOptSecClNames are the names of ip.opt.sec_cl.
var ipOptSecClNames = map[uint64]string{
	1:   "Reserved 4",
	61:  "Top secret",
	90:  "Secret",
	102: "Reserved 3",
	150: "Confidential",
	171: "Unclassified",
	204: "Reserved 2",
	241: "Reserved 1",
}

// ipCipsoTagTypeNames are the names of ip.cipso.tag_type.
var ipCipsoTagTypeNames = map[uint64]string{
	0: "Padding",
	1: "Restrictive Category Bitmap",
	2: "Enumerated Categories",
	5: "Ranged Categories",
	6: "Permissive Categories",
	7: "Free Form",
}
