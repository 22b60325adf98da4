package packet_test

import "testing"

// craftedMail are conversations in SMTP, well-behaved and not.
func craftedMail(tb testing.TB) map[string][][]byte {
	tb.Helper()
	const mail = "From: a@b\r\nSubject: x\r\n\r\nbody\r\n"
	messages := connect(41900, 25, 1)
	for _, message := range craftedLetters() {
		messages.ask("DATA\r\n").ask(message + ".\r\n")
	}
	return map[string][][]byte{
		"imf":           messages.segments,
		"smtp-starttls": connect(41901, 25, 1).ask("STARTTLS\r\n").answer("220 go\r\n").ask("\x15\x03\x03\x00\x02\x01\x00").segments,
		"smtp-session": connect(41001, 25, 1).
			answer("220 mail.example.com ESMTP\r\n").
			ask("EHLO client.example\r\n").
			answer("250-mail.example.com\r\n250-SIZE 1000\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN\r\n").
			ask("AUTH LOGIN\r\n").
			answer("334 VXNlcm5hbWU6\r\n").
			ask("dXNlcg==\r\n").
			answer("334 UGFzc3dvcmQ6\r\n").
			ask("cGFzcw==\r\n").
			answer("235 2.7.0 ok\r\n").
			ask("AUTH PLAIN AHVzZXIAcGFzcw==\r\n").
			answer("235 ok\r\n").
			ask("AUTH PLAIN\r\n").
			answer("334 \r\n").
			ask("AHVzZXIAcGFzcw==\r\n").
			answer("235 ok\r\n").
			ask("MAIL FROM:<a@example.com> SIZE=10\r\nRCPT TO:<b@example.com>\r\nDATA\r\n").
			answer("250 ok\r\n250 ok\r\n354 go\r\n").
			ask("From: a@example.com\r\nTo: b@example.com, \"C D\" <c@example.com>\r\nSubject: hello\r\nDate: Thu, 01 Jan 2026 00:00:00 +0000\r\nMessage-ID: <1@example.com>\r\nX-Foo: bar\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nbody one\r\n..dot\r\n", "second part\r\n.\r\n").
			answer("250 queued\r\n").
			ask("QUIT\r\n").
			answer("221 bye\r\n").segments,
		"smtp-whole": connect(41002, 25, 1).
			answer("220 hi\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask(mail + ".\r\n").segments,
		"smtp-with-quit-behind": connect(41003, 25, 1).
			answer("220 hi\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("From: a@b\r\nSubject: x\r\n\r\nbody\r\n.\r\nQUIT\r\n").
			answer("250 ok\r\n221 bye\r\n").segments,
		"smtp-eom-split": connect(41004, 25, 1).
			answer("220 hi\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask(mail, ".", "\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-x": connect(41005, 25, 1).
			answer("220 hi\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("From: a@b\r\nSubject: x\r\n\r\nbody\r\n\r\n.\r\n", "QUIT\r\n").segments,
		"smtp-half-lines": connect(41006, 25, 1).
			answer("220 hi\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("half line no end", "  more\r\n", "\r\n", ".\r\n", "QUIT\r\n").segments,
		"smtp-split-lines": connect(41007, 25, 1).
			answer("220 hi\r\n").
			ask("EHLO ", "x\r\n").
			answer("250-", "a\r\n", "250 b\r\n").segments,
		"smtp-bdat": connect(41008, 25, 1).
			answer("220 hi\r\n").
			ask("BDAT 10\r\n0123456789").
			answer("250 ok\r\n").
			ask("BDAT 5 LAST\r\nabcde").
			answer("250 ok\r\n").
			ask("QUIT\r\n").segments,
		"smtp-bdat2": connect(41009, 25, 1).
			answer("220 hi\r\n").
			ask("BDAT 20\r\n0123456789", "abcdefghij").
			answer("250 ok\r\n").
			ask("BDAT 0 LAST\r\n").
			answer("250 ok\r\n").
			ask("QUIT\r\n").segments,
		"smtp-tls-no": connect(41010, 25, 1).
			answer("220 hi\r\n").
			ask("STARTTLS\r\n").
			answer("454 no\r\n").
			ask("NOOP\r\n").
			answer("250 ok\r\n").segments,
		"smtp-odd": connect(41011, 587, 1).
			answer("220 hi\r\n").
			ask("foo\r\n", "x\r\n", "\r\n", " NOOP\r\n", "noop\r\n", "NOOP\n", "longcommand with args\r\n").
			answer("25\r\n", "abc def\r\n", "250\r\n", "250 \r\n", "250-a\r\n251 b\r\n", "250-a\r\n250-b\r\n", "250+x\r\n", "  250 x\r\n", "\r\n", "250 unended").segments,
		"smtp-eom-lf": connect(41012, 25, 1).
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("a\r\n.\n", "b\r\n.\r\n", "NOOP\r\n").segments,
		"smtp-cmd-msg": connect(41013, 25, 1).
			ask("NOOP\r\nfoo\r\n", "foo\r\nNOOP\r\n", "NOOP\r\nRS", "ET\r\n").segments,
		"smtp-data-msg": connect(41014, 25, 1).
			ask("DATA\r\nFrom: a@b\r\nSubject: x\r\n\r\nbody\r\n", mail+".\r\n", "NOOP\r\n").segments,
		"smtp-data-eom": connect(41015, 25, 1).
			ask("DATA\r\nFrom: a@b\r\nSubject: x\r\n\r\nbody\r\n.\r\nNOOP\r\n", "NOOP\r\n").segments,
		"smtp-names": connect(41016, 25, 1).
			ask("1234 x\r\n", "ab12\r\n", "X-EXPS LOGIN\r\n", "XEXCH50 1 2\r\n", "HELP\x09foo\r\n", "MAIL:x\r\n", "MAIL\r\n", "MAIL \r\n", "MAIL  a\r\n", "X-LINK2STATE a\r\n", "STARTTLSX\r\n", "starttls\r\n").segments,
		"smtp-bdat-sep": connect(41017, 25, 1).
			ask("BDAT 10\r\n", "01234567\r\n").
			answer("250 ok\r\n").
			ask("BDAT 12 LAST\r\n", "0123456789\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-bdat-join": connect(41018, 25, 1).
			ask("BDAT 10\r\n01234567\r\nBDAT 12 LAST\r\n0123456789\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-bdat-same": connect(41019, 25, 1).
			ask("BDAT 10\r\n01234567\r\n").
			answer("250 ok\r\n").
			ask("BDAT 12 LAST\r\n0123456789\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-bdat-one": connect(41020, 25, 1).
			ask("BDAT 31 LAST\r\nFrom: a@b\r\nSubject: x\r\n\r\nbody\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-bdat-one-sep": connect(41021, 25, 1).
			ask("BDAT 31 LAST\r\n", mail).
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-bdat-2seg": connect(41022, 25, 1).
			ask("BDAT 62 LAST\r\n", mail, mail).
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-bdat-dot": connect(41023, 25, 1).
			ask("BDAT 40 LAST\r\n", "a\r\n.\r\nb\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-bdat-0": connect(41024, 25, 1).
			ask("BDAT 0 LAST\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-auth": connect(41025, 25, 1).
			ask("AUTH LOGIN dXNlcg==\r\n").
			answer("334 UGFzc3dvcmQ6\r\n").
			ask("cGFzcw==\r\n").
			answer("535 no\r\n").
			ask("NOOP\r\n").segments,
		"smtp-auth-cancel": connect(41026, 25, 1).
			ask("AUTH LOGIN\r\n").
			answer("334 VXNlcm5hbWU6\r\n").
			ask("*\r\n").
			answer("501 no\r\n").
			ask("NOOP\r\n").segments,
		"smtp-auth-cram": connect(41027, 25, 1).
			ask("AUTH CRAM-MD5\r\n").
			answer("334 PDE=\r\n").
			ask("dXNlciBhYmM=\r\n").
			answer("235 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-auth-no334": connect(41028, 25, 1).
			ask("AUTH LOGIN\r\n").
			answer("504 no\r\n").
			ask("NOOP\r\n").
			answer("250 ok\r\n").
			ask("AUTH PLAIN\r\n").
			answer("504 no\r\n").
			ask("NOOP\r\n").segments,
		"smtp-auth-low": connect(41029, 25, 1).
			ask("auth login\r\n").
			answer("334 VXNlcm5hbWU6\r\n").
			ask("YQ==\r\n").
			answer("334 UGFzc3dvcmQ6\r\n").
			ask("YQ==\r\n").
			answer("235 ok\r\n").
			ask("auth plain YQ==\r\n").
			answer("235 ok\r\n").
			ask("auth plain  YQ==\r\n", "AUTH  PLAIN YQ==\r\n", "AUTH PLAIN =\r\n").segments,
		"smtp-resp": connect(41030, 25, 1).
			answer("250-a\r\n25", "0 b\r\n", "250-a\r\n", "250-b\r\n250 c\r\n250 d\r\n", "250-a\r\nfoo\r\n250 c\r\n", "\r\n250 a\r\n", "2500 a\r\n", "250\x09a\r\n", "999 a\r\n").segments,
		"smtp-data-refused": connect(41031, 25, 1).
			ask("DATA\r\n").
			answer("554 no\r\n").
			ask("NOOP\r\n").
			answer("250 ok\r\n").
			ask("QUIT\r\n").segments,
		"smtp-rset-in-data": connect(41032, 25, 1).
			ask("DATA\r\n").
			answer("354 no\r\n").
			ask(mail).
			answer("421 bye\r\n").segments,
		"smtp-two-msgs": connect(41033, 25, 1).
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask(mail + ".\r\n").
			answer("250 ok\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask(mail + ".\r\n").
			answer("250 ok\r\n").segments,
		"smtp-dot-only": connect(41034, 25, 1).
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask(".\r\n").
			answer("250 ok\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("\r\n.\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-eom-over": connect(41035, 25, 1).
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("body\r\n.", "\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-eom-over2": connect(41036, 25, 1).
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("body\r\n", "\r\n.\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-eom-over3": connect(41037, 25, 1).
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("body", "\r\n.\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-eom-over4": connect(41038, 25, 1).
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("body\r\nx\r", "\n.\r\n").
			answer("250 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-garbage-first": connect(41039, 25, 1).
			ask("foo\r\n", "bar\r\n", "DATA\r\n").
			answer("354 go\r\n").
			ask("body\r\n.\r\n", "NOOP\r\n").segments,
		"smtp-bdat-then-data": connect(41040, 25, 1).
			ask("BDAT 6\r\nfoob\r\n").
			answer("250 ok\r\n").
			ask("BDAT 6\r\nfooc\r\n").
			answer("250 ok\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("body\r\n.\r\n", "NOOP\r\n").segments,
		"smtp-bdat-last-then-data": connect(41041, 25, 1).
			ask("BDAT 6\r\nfoob\r\n").
			answer("250 ok\r\n").
			ask("BDAT 6 LAST\r\nfooc\r\n").
			answer("250 ok\r\n").
			ask("DATA\r\n").
			answer("354 go\r\n").
			ask("body\r\n", "x\r\n.\r\n", "NOOP\r\n", "BDAT 6 LAST\r\nfooc\r\n", "BDAT 0 LAST\r\n").segments,
		"smtp-plain2": connect(41042, 25, 1).
			ask("AUTH PLAIN\r\n").
			answer("334 \r\n").
			ask("YQ==\r\nNOOP\r\n").
			answer("235 ok\r\n").
			ask("AUTH PLAIN AA==\r\nNOOP\r\n").
			answer("334 ok\r\n").
			ask("NOOP\r\n").segments,
		"smtp-bdat-args": connect(41043, 25, 1).
			ask("BDAT\r\n", "NOOP\r\n", "BDAT x\r\n", "NOOP\r\n", "BDAT 6LAST\r\n", "abcd\r\n", "NOOP\r\n", "bdat 6 last\r\nabcd\r\n", "BDAT 99999999999\r\n", "NOOP\r\n").segments,
	}
}

// craftedLetters are messages that mail carries.
func craftedLetters() []string {
	return []string{
		"From: A B <a@b>\r\n (comment)\r\nTo:\r\n x@y,\r\n\x09\"Q, R\" <q@r>, <s@t>\r\nSubject:   folded\r\n  subject\r\ncc: g: a@b, c@d;\r\nNoColon line\r\nX: y\r\n\r\nbody\r\nbody2\r\n",
		"Subject : x\r\nFrom : a@b\r\n\r\n",
		"Subject: x\r\nno end of headers\r\n",
		"\r\nbody\r\n",
		"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+\r\n",
		"Content-Type: multipart/mixed; boundary=\"b1\"\r\n\r\npre\r\n--b1\r\nContent-Type: text/plain\r\n\r\nhi\r\n--b1\r\nContent-Type: application/pdf\r\n\r\nxx\r\n--b1--\r\n",
		"Content-Type: application/json\r\n\r\n{}\r\n",
		"Content-Type: text/plain\r\n\r\n",
		"Content-Type: TEXT/PLAIN\r\n\r\nx\r\n",
		"Content-Type: foo/bar; a=b; c=d\r\n\r\nx\r\n",
		"Subject: lf\nDate: x\n\nbody\r\n",
		"Received: from a\r\n by b\r\nReceived: from c\r\nFrom: \r\nTo: ,a@b,,\r\nReply-To: <>\r\nSender: \"A\" a@b\r\n\r\nx\r\n",
		"MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b1\r\n\r\n--b1\r\n\r\nhi\r\n--b1--\r\n",
		"Content-Type: text/plain; charset=x\r\nSubject:y\r\n\r\nx\r\n",
		"Content-Type: text/plain;charset=x\r\nSubject:y\r\n\r\nx\r\n",
		"Content-Type: text/plain ; charset=x;y=z\r\nSubject:y\r\n\r\nx\r\n",
		"Subject: abcdef\r\n",
		"From: a <b@c\r\nTo: a b@c>\r\nBcc: x <a> y <b>\r\nReply-To: g: a <b@c>, d;\r\nSender: g: a@b\r\nDelivered-To: a@b\r\n\r\nx\r\n",
		"Content-Type: application/octet-stream; name=x\r\n\r\nx\r\n",
		"Content-Type: application/json; a=b\r\n\r\n{}\r\n",
		"Content-Type: text/csv; a=b\r\n\r\n{}\r\n",
		"Content-Type: image/png; a=b\r\n\r\n{}\r\n",
		"Content-Type: application/xml; a=b\r\n\r\n<a/>\r\n",
		"Content-Type: message/rfc822; a=b\r\n\r\nSubject: x\r\n\r\nb\r\n",
		"Content-Type: text/plain;\r\n charset=x\r\n\r\nx\r\n",
		"Content-Type:  text/plain;a\r\n\r\nx\r\n",
		"X:\r\nY: \r\nZ:z\r\n:\r\n\r\nx\r\n",
		"Subject: x\r\n\r\n",
		"X",
		"\r\n\r\n",
		"Subject: \x00x\r\nFrom:\x00\r\n\r\nx\x00y\r\n",
		"Content-Type: multipart/mixed; boundary=\"b1\"; x=y\r\nSubject: y\r\n\r\npre\r\n--b1\r\nContent-Type: text/plain; charset=x\r\n\r\nhi\r\n--b1\r\n\r\n x\r\n--b1\r\nContent-Type: application/json\r\n\r\n{}\r\n--b1\r\nContent-Type: application/octet-stream\r\n\r\nx\r\n--b1\r\nContent-Type: text/plain\r\n\r\n\r\n--b1--\r\n",
		"Date: v0 <a0@b>, c@d\r\nFrom: v1 <a1@b>, c@d\r\nSender: v2 <a2@b>, c@d\r\nReply-To: v3 <a3@b>, c@d\r\nTo: v4 <a4@b>, c@d\r\nCc: v5 <a5@b>, c@d\r\nBcc: v6 <a6@b>, c@d\r\nMessage-ID: v7 <a7@b>, c@d\r\nIn-Reply-To: v8 <a8@b>, c@d\r\nReferences: v9 <a9@b>, c@d\r\nSubject: v10 <a10@b>, c@d\r\nComments: v11 <a11@b>, c@d\r\nUser-Agent: v12 <a12@b>, c@d\r\nKeywords: v13 <a13@b>, c@d\r\nResent-Date: v14 <a14@b>, c@d\r\nResent-From: v15 <a15@b>, c@d\r\nResent-Sender: v16 <a16@b>, c@d\r\nResent-To: v17 <a17@b>, c@d\r\nResent-Cc: v18 <a18@b>, c@d\r\nResent-Bcc: v19 <a19@b>, c@d\r\nResent-Message-ID: v20 <a20@b>, c@d\r\nReturn-Path: v21 <a21@b>, c@d\r\nReceived: v22 <a22@b>, c@d\r\nContent-Type: v23 <a23@b>, c@d\r\nType: v24 <a24@b>, c@d\r\nParameters: v25 <a25@b>, c@d\r\nContent-Description: v26 <a26@b>, c@d\r\nContent-ID: v27 <a27@b>, c@d\r\nContent-Transfer-Encoding: v28 <a28@b>, c@d\r\nMIME-Version: v29 <a29@b>, c@d\r\nAutoforwarded: v30 <a30@b>, c@d\r\nAutosubmitted: v31 <a31@b>, c@d\r\nX400-Content-Identifier: v32 <a32@b>, c@d\r\nContent-Language: v33 <a33@b>, c@d\r\nConversion: v34 <a34@b>, c@d\r\nConversion-With-Loss: v35 <a35@b>, c@d\r\nDelivery-Date: v36 <a36@b>, c@d\r\nDiscarded-X400-IPMS-Extensions: v37 <a37@b>, c@d\r\nDiscarded-X400-MTS-Extensions: v38 <a38@b>, c@d\r\nDL-Expansion-History: v39 <a39@b>, c@d\r\nDeferred-Delivery: v40 <a40@b>, c@d\r\nExpires: v41 <a41@b>, c@d\r\nImportance: v42 <a42@b>, c@d\r\nIncomplete-Copy: v43 <a43@b>, c@d\r\nLatest-Delivery-Time: v44 <a44@b>, c@d\r\nMessage-Type: v45 <a45@b>, c@d\r\nOriginal-Encoded-Information-Types: v46 <a46@b>, c@d\r\nOriginator-Return-Address: v47 <a47@b>, c@d\r\nPriority: v48 <a48@b>, c@d\r\nReply-By: v49 <a49@b>, c@d\r\nSensitivity: v50 <a50@b>, c@d\r\nSupersedes: v51 <a51@b>, c@d\r\nX400-Content-Type: v52 <a52@b>, c@d\r\nX400-MTS-Identifier: v53 <a53@b>, c@d\r\nX400-Originator: v54 <a54@b>, c@d\r\nX400-Received: v55 <a55@b>, c@d\r\nX400-Recipients: v56 <a56@b>, c@d\r\nDelivered-To: v57 <a57@b>, c@d\r\nX-Mailer: v58 <a58@b>, c@d\r\nX-MimeOLE: v59 <a59@b>, c@d\r\nExpiry-Date: v60 <a60@b>, c@d\r\nX-MS-TNEF-Correlator: v61 <a61@b>, c@d\r\nX-UIDL: v62 <a62@b>, c@d\r\nX-Authentication-Warning: v63 <a63@b>, c@d\r\nX-Virus-Scanned: v64 <a64@b>, c@d\r\nX-Original-To: v65 <a65@b>, c@d\r\nThread-Index: v66 <a66@b>, c@d\r\nLines: v67 <a67@b>, c@d\r\nPrecedence: v68 <a68@b>, c@d\r\nType: v70 <a70@b>, c@d\r\nValue: v71 <a71@b>, c@d\r\nDisplay-Name: v72 <a72@b>, c@d\r\nAddress: v73 <a73@b>, c@d\r\nItem: v74 <a74@b>, c@d\r\nItem: v75 <a75@b>, c@d\r\nX-SIO: v76 <a76@b>, c@d\r\nMarking: v77 <a77@b>, c@d\r\nForeground Color: v78 <a78@b>, c@d\r\nBackground Color: v79 <a79@b>, c@d\r\nType: v80 <a80@b>, c@d\r\nLabel: v81 <a81@b>, c@d\r\nUnknown parameter: v82 <a82@b>, c@d\r\nMessage-Text: v83 <a83@b>, c@d\r\nUnknown parameter: v84 <a84@b>, c@d\r\n\r\nbody\r\n",
	}
}
