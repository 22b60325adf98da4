package cases_test

// The mutants of the suite https: what is heard, and who is believed.

var eavesdropper = []mutant{
	{"the diary is elsewhere", []edit{{inSuite, "          - {answers: {/diary: dear diary}}\n", "          - {answers: {/diary: nothing to read}}\n"}}, []string{
		"over HTTP she reads what is asked for, and the page",
		"over HTTP it has nobody's",
	}},
	{"no TLS", []edit{
		{inSuite, "          - {tls: on, answers: {/diary: dear diary}}\n", "          - {listen: \":443\", answers: {/diary: dear diary}}\n"},
		{inSuite, "https://www.example.com/diary\", as: secret", "http://www.example.com:443/diary\", as: secret"},
	}, []string{
		"HTTPS is HTTP on a TCP connection to another port",
		"the client says in clear whom it asks for, and in which versions and protocol",
		"the server chooses TLS 1.3 and a cipher suite",
		"everything behind that is application data, from both",
		"neither the request nor the page is in any frame of it",
		"the client knows who has answered, and by whose word",
	}},
	{"by its address", []edit{{inSuite, "https://www.example.com/diary\", as: secret", "https://10.0.0.2/diary\", as: secret"}}, []string{
		"the client says in clear whom it asks for, and in which versions and protocol",
	}},
	{"an older server", []edit{{inSuite, "          - {tls: on, answers", "          - {tls: {max: 1.2}, answers"}}, []string{
		"the server chooses TLS 1.3 and a cipher suite",
		"everything behind that is application data, from both",
		"the client knows who has answered, and by whose word",
	}},
	{"the diary is read aloud", []edit{{inSuite, "as: secret}\n    assert", "as: secret}\n      - http: {from: pc, url: \"http://www.example.com/diary\"}\n    assert"}}, []string{
		"neither the request nor the page is in any frame of it",
	}},
	{"another diary", []edit{{inSuite, "          - {tls: on, answers: {/diary: dear diary}}\n", "          - {tls: on, answers: {/diary: nothing to read}}\n"}}, []string{
		"the page is the same",
	}},
}

var older = []mutant{
	{"the newest version", []edit{{inSuite, "tls: {max: 1.2}, as: page", "tls: {max: 1.3}, as: page"}}, []string{
		"the older version has the certificate in clear",
		"each side sends its key, and says that it encrypts from now on",
		"the client agrees to it",
	}},
	{"other names", []edit{
		{inSuite, "          - {tls: on, answers", "          - {tls: {names: web.example.com}, answers"},
		{inSuite, "tls: {max: 1.2}, as: page", "tls: {max: 1.2, name: web.example.com}, as: page"},
	}, []string{
		"the older version has the certificate in clear",
	}},
	{"no secret", []edit{{inSuite, "https://www.example.com/diary\", tls: {max: 1.2}, as: page}", "http://www.example.com/diary\", as: page}"}}, []string{
		"neither the request nor the page is in any frame",
	}},
}

var anotherName = []mutant{
	{"the bank is a bank", []edit{
		{inSuite, "          - {answers: {/: your password please}}\n", "          - {answers: {/: welcome}}\n"},
		{inSuite, "{names: eve.example.net}", "{names: bank.example.com}"},
		{inSuite, ", as: refused, fails: \"certificate is valid for eve.example.net, not bank.example.com\"}", ", as: refused}"},
	}, []string{
		"over HTTP nobody notices",
		"over HTTPS she has to show a certificate, and it is hers",
		"the client breaks off by an alert",
	}},
	{"the bank is elsewhere", []edit{
		{inSuite, "bank IN A 10.0.0.66 ; which is Eve's", "bank IN A 10.0.0.2"},
		{inSuite, "fails: \"certificate is valid for eve.example.net, not bank.example.com\"", "fails: true"},
		{inSuite, "          - {tls: on, answers", "          - {tls: {names: www.example.com}, answers"},
	}, []string{
		"the name leads to Eve",
		"over HTTP nobody notices",
		"over HTTPS she has to show a certificate, and it is hers",
		"the client breaks off by an alert",
	}},
}

var unknownAuthority = []mutant{
	{"the authority is known", []edit{
		{inSuite, "names: bank.example.com, issuer: unknown}", "names: bank.example.com}"},
		{inSuite, "as: refused, fails: signed by unknown authority}", "as: refused}"},
	}, []string{
		"anybody can make a certificate of any name",
		"the client asks for nothing",
		"who does not look is served, by whomever",
	}},
	{"both look", []edit{{inSuite, "tls: {insecure: on}, as: believed}", "as: believed, fails: unknown authority}"}}, []string{
		"the client asks for nothing",
		"who does not look is served, by whomever",
	}},
}

var itsTime = []mutant{
	{"it is as new as can be", []edit{
		{inSuite, "{valid: expired, max: 1.2}", "{max: 1.2}"},
		{inSuite, "as: old, fails: has expired or is not yet valid}", "as: old}"},
	}, []string{
		"this one is of the right name and authority, but it is over",
		"both are refused by an alert",
	}},
	{"both are old", []edit{{inSuite, "{valid: not-yet, max: 1.2}", "{valid: expired, max: 1.2}"}}, []string{
		"that one has not begun",
	}},
}

var noVersion = []mutant{
	{"an older version is spoken", []edit{
		{inSuite, "tls: {min: 1.3}, answers", "tls: {min: 1.2}, answers"},
		{inSuite, "as: refused, fails: protocol version not supported}", "as: refused}"},
	}, []string{
		"the server ends it by an alert",
		"the client is told why",
	}},
	{"the newer client is none", []edit{{inSuite, "8443/diary\", as: page}", "8443/diary\", tls: {max: 1.2}, as: page, fails: protocol version}"}}, []string{
		"a newer client is served",
	}},
}

var negotiated = []mutant{
	{"the server has HTTP/1.1 alone", []edit{{inSuite, "          - {tls: on, answers", "          - {tls: {alpn: http/1.1}, answers"}}, []string{
		"the client offers two protocols, and the server takes the one that it likes better",
		"the page of HTTP/2",
	}},
	{"who offered one offers both", []edit{{inSuite, "tls: {max: 1.2}, as: one}", "tls: {max: 1.2, alpn: [h2, http/1.1]}, as: one}"}}, []string{
		"who offers HTTP/1.1 alone gets it",
		"is that of HTTP/1.1",
	}},
}
