package packet

// The fields of Internet Message Format.
const (
	imfLayer FieldID = smtpLast + iota
	imfDate
	imfFrom
	imfSender
	imfReplyTo
	imfTo
	imfCc
	imfBcc
	imfMessageID
	imfInReplyTo
	imfReferences
	imfSubject
	imfComments
	imfUserAgent
	imfKeywords
	imfResentDate
	imfResentFrom
	imfResentSender
	imfResentTo
	imfResentCc
	imfResentBcc
	imfResentMessageID
	imfReturnPath
	imfReceived
	imfContentType
	imfContentTypeType
	imfContentTypeParameters
	imfContentDescription
	imfContentID
	imfContentTransferEncoding
	imfMimeVersion
	imfAutoforwarded
	imfAutosubmitted
	imfX400ContentIdentifier
	imfContentLanguage
	imfConversion
	imfConversionWithLoss
	imfDeliveryDate
	imfDiscardedX400IpmsExtensions
	imfDiscardedX400MtsExtensions
	imfDlExpansionHistory
	imfDeferredDelivery
	imfExpires
	imfImportance
	imfIncompleteCopy
	imfLatestDeliveryTime
	imfMessageType
	imfOriginalEncodedInformationTypes
	imfOriginatorReturnAddress
	imfPriority
	imfReplyBy
	imfSensitivity
	imfSupersedes
	imfX400ContentType
	imfX400MtsIdentifier
	imfX400Originator
	imfX400Received
	imfX400Recipients
	imfDeliveredTo
	imfExtMailer
	imfExtMimeole
	imfExtExpiryDate
	imfExtTnefCorrelator
	imfExtUidl
	imfExtAuthenticationWarning
	imfExtVirusScanned
	imfExtOriginalTo
	imfThreadIndex
	imfLines
	imfPrecedence
	imfExtension
	imfExtensionType
	imfExtensionValue
	imfDisplayName
	imfAddress
	imfAddressListItem
	imfMailboxListItem
	imfMessageText
	imfLast
)

var imfFields = [...]Info{
	0:                                             {Name: "imf", Label: "Internet Message Format", Type: Protocol},
	imfDate - imfLayer:                            {Name: "imf.date", Label: "Date", Type: String},
	imfFrom - imfLayer:                            {Name: "imf.from", Label: "From", Type: String},
	imfSender - imfLayer:                          {Name: "imf.sender", Label: "Sender", Type: String},
	imfReplyTo - imfLayer:                         {Name: "imf.reply_to", Label: "Reply-To", Type: String},
	imfTo - imfLayer:                              {Name: "imf.to", Label: "To", Type: String},
	imfCc - imfLayer:                              {Name: "imf.cc", Label: "Cc", Type: String},
	imfBcc - imfLayer:                             {Name: "imf.bcc", Label: "Bcc", Type: String},
	imfMessageID - imfLayer:                       {Name: "imf.message_id", Label: "Message-ID", Type: String},
	imfInReplyTo - imfLayer:                       {Name: "imf.in_reply_to", Label: "In-Reply-To", Type: String},
	imfReferences - imfLayer:                      {Name: "imf.references", Label: "References", Type: String},
	imfSubject - imfLayer:                         {Name: "imf.subject", Label: "Subject", Type: String},
	imfComments - imfLayer:                        {Name: "imf.comments", Label: "Comments", Type: String},
	imfUserAgent - imfLayer:                       {Name: "imf.user_agent", Label: "User-Agent", Type: String},
	imfKeywords - imfLayer:                        {Name: "imf.keywords", Label: "Keywords", Type: String},
	imfResentDate - imfLayer:                      {Name: "imf.resent.date", Label: "Resent-Date", Type: String},
	imfResentFrom - imfLayer:                      {Name: "imf.resent.from", Label: "Resent-From", Type: String},
	imfResentSender - imfLayer:                    {Name: "imf.resent.sender", Label: "Resent-Sender", Type: String},
	imfResentTo - imfLayer:                        {Name: "imf.resent.to", Label: "Resent-To", Type: String},
	imfResentCc - imfLayer:                        {Name: "imf.resent.cc", Label: "Resent-Cc", Type: String},
	imfResentBcc - imfLayer:                       {Name: "imf.resent.bcc", Label: "Resent-Bcc", Type: String},
	imfResentMessageID - imfLayer:                 {Name: "imf.resent.message_id", Label: "Resent-Message-ID", Type: String},
	imfReturnPath - imfLayer:                      {Name: "imf.return_path", Label: "Return-Path", Type: String},
	imfReceived - imfLayer:                        {Name: "imf.received", Label: "Received", Type: String},
	imfContentType - imfLayer:                     {Name: "imf.content.type", Label: "Content-Type", Type: String},
	imfContentTypeType - imfLayer:                 {Name: "imf.content.type.type", Label: "Type", Type: String},
	imfContentTypeParameters - imfLayer:           {Name: "imf.content.type.parameters", Label: "Parameters", Type: String},
	imfContentDescription - imfLayer:              {Name: "imf.content.description", Label: "Content-Description", Type: String},
	imfContentID - imfLayer:                       {Name: "imf.content.id", Label: "Content-ID", Type: String},
	imfContentTransferEncoding - imfLayer:         {Name: "imf.content.transfer_encoding", Label: "Content-Transfer-Encoding", Type: String},
	imfMimeVersion - imfLayer:                     {Name: "imf.mime_version", Label: "MIME-Version", Type: String},
	imfAutoforwarded - imfLayer:                   {Name: "imf.autoforwarded", Label: "Autoforwarded", Type: String},
	imfAutosubmitted - imfLayer:                   {Name: "imf.autosubmitted", Label: "Autosubmitted", Type: String},
	imfX400ContentIdentifier - imfLayer:           {Name: "imf.x400_content_identifier", Label: "X400-Content-Identifier", Type: String},
	imfContentLanguage - imfLayer:                 {Name: "imf.content_language", Label: "Content-Language", Type: String},
	imfConversion - imfLayer:                      {Name: "imf.conversion", Label: "Conversion", Type: String},
	imfConversionWithLoss - imfLayer:              {Name: "imf.conversion_with_loss", Label: "Conversion-With-Loss", Type: String},
	imfDeliveryDate - imfLayer:                    {Name: "imf.delivery_date", Label: "Delivery-Date", Type: String},
	imfDiscardedX400IpmsExtensions - imfLayer:     {Name: "imf.discarded_x400_ipms_extensions", Label: "Discarded-X400-IPMS-Extensions", Type: String},
	imfDiscardedX400MtsExtensions - imfLayer:      {Name: "imf.discarded_x400_mts_extensions", Label: "Discarded-X400-MTS-Extensions", Type: String},
	imfDlExpansionHistory - imfLayer:              {Name: "imf.dl_expansion_history", Label: "DL-Expansion-History", Type: String},
	imfDeferredDelivery - imfLayer:                {Name: "imf.deferred_delivery", Label: "Deferred-Delivery", Type: String},
	imfExpires - imfLayer:                         {Name: "imf.expires", Label: "Expires", Type: String},
	imfImportance - imfLayer:                      {Name: "imf.importance", Label: "Importance", Type: String},
	imfIncompleteCopy - imfLayer:                  {Name: "imf.incomplete_copy", Label: "Incomplete-Copy", Type: String},
	imfLatestDeliveryTime - imfLayer:              {Name: "imf.latest_delivery_time", Label: "Latest-Delivery-Time", Type: String},
	imfMessageType - imfLayer:                     {Name: "imf.message_type", Label: "Message-Type", Type: String},
	imfOriginalEncodedInformationTypes - imfLayer: {Name: "imf.original_encoded_information_types", Label: "Original-Encoded-Information-Types", Type: String},
	imfOriginatorReturnAddress - imfLayer:         {Name: "imf.originator_return_address", Label: "Originator-Return-Address", Type: String},
	imfPriority - imfLayer:                        {Name: "imf.priority", Label: "Priority", Type: String},
	imfReplyBy - imfLayer:                         {Name: "imf.reply_by", Label: "Reply-By", Type: String},
	imfSensitivity - imfLayer:                     {Name: "imf.sensitivity", Label: "Sensitivity", Type: String},
	imfSupersedes - imfLayer:                      {Name: "imf.supersedes", Label: "Supersedes", Type: String},
	imfX400ContentType - imfLayer:                 {Name: "imf.x400_content_type", Label: "X400-Content-Type", Type: String},
	imfX400MtsIdentifier - imfLayer:               {Name: "imf.x400_mts_identifier", Label: "X400-MTS-Identifier", Type: String},
	imfX400Originator - imfLayer:                  {Name: "imf.x400_originator", Label: "X400-Originator", Type: String},
	imfX400Received - imfLayer:                    {Name: "imf.x400_received", Label: "X400-Received", Type: String},
	imfX400Recipients - imfLayer:                  {Name: "imf.x400_recipients", Label: "X400-Recipients", Type: String},
	imfDeliveredTo - imfLayer:                     {Name: "imf.delivered_to", Label: "Delivered-To", Type: String},
	imfExtMailer - imfLayer:                       {Name: "imf.ext.mailer", Label: "X-Mailer", Type: String},
	imfExtMimeole - imfLayer:                      {Name: "imf.ext.mimeole", Label: "X-MimeOLE", Type: String},
	imfExtExpiryDate - imfLayer:                   {Name: "imf.ext.expiry-date", Label: "Expiry-Date", Type: String},
	imfExtTnefCorrelator - imfLayer:               {Name: "imf.ext.tnef-correlator", Label: "X-MS-TNEF-Correlator", Type: String},
	imfExtUidl - imfLayer:                         {Name: "imf.ext.uidl", Label: "X-UIDL", Type: String},
	imfExtAuthenticationWarning - imfLayer:        {Name: "imf.ext.authentication_warning", Label: "X-Authentication-Warning", Type: String},
	imfExtVirusScanned - imfLayer:                 {Name: "imf.ext.virus_scanned", Label: "X-Virus-Scanned", Type: String},
	imfExtOriginalTo - imfLayer:                   {Name: "imf.ext.original-to", Label: "X-Original-To", Type: String},
	imfThreadIndex - imfLayer:                     {Name: "imf.thread-index", Label: "Thread-Index", Type: String},
	imfLines - imfLayer:                           {Name: "imf.lines", Label: "Lines", Type: String},
	imfPrecedence - imfLayer:                      {Name: "imf.precedence", Label: "Precedence", Type: String},
	imfExtension - imfLayer:                       {Name: "imf.extension", Label: "Unknown-Extension", Type: String},
	imfExtensionType - imfLayer:                   {Name: "imf.extension.type", Label: "Type", Type: String},
	imfExtensionValue - imfLayer:                  {Name: "imf.extension.value", Label: "Value", Type: String},
	imfDisplayName - imfLayer:                     {Name: "imf.display_name", Label: "Display-Name", Type: String},
	imfAddress - imfLayer:                         {Name: "imf.address", Label: "Address", Type: String},
	imfAddressListItem - imfLayer:                 {Name: "imf.address_list.item", Label: "Item", Type: String},
	imfMailboxListItem - imfLayer:                 {Name: "imf.mailbox_list.item", Label: "Item", Type: String},
	imfMessageText - imfLayer:                     {Name: "imf.message_text", Label: "Message-Text", Type: None},
}

// mailHeaders are the header fields that have a field of their own, in lower case.
var mailHeaders = map[string]FieldID{
	"date":                               imfDate,
	"from":                               imfFrom,
	"sender":                             imfSender,
	"reply-to":                           imfReplyTo,
	"to":                                 imfTo,
	"cc":                                 imfCc,
	"bcc":                                imfBcc,
	"message-id":                         imfMessageID,
	"in-reply-to":                        imfInReplyTo,
	"references":                         imfReferences,
	"subject":                            imfSubject,
	"comments":                           imfComments,
	"user-agent":                         imfUserAgent,
	"keywords":                           imfKeywords,
	"resent-date":                        imfResentDate,
	"resent-from":                        imfResentFrom,
	"resent-sender":                      imfResentSender,
	"resent-to":                          imfResentTo,
	"resent-cc":                          imfResentCc,
	"resent-bcc":                         imfResentBcc,
	"resent-message-id":                  imfResentMessageID,
	"return-path":                        imfReturnPath,
	"received":                           imfReceived,
	"content-type":                       imfContentType,
	"content-description":                imfContentDescription,
	"content-id":                         imfContentID,
	"content-transfer-encoding":          imfContentTransferEncoding,
	"mime-version":                       imfMimeVersion,
	"autoforwarded":                      imfAutoforwarded,
	"autosubmitted":                      imfAutosubmitted,
	"x400-content-identifier":            imfX400ContentIdentifier,
	"content-language":                   imfContentLanguage,
	"conversion":                         imfConversion,
	"conversion-with-loss":               imfConversionWithLoss,
	"delivery-date":                      imfDeliveryDate,
	"discarded-x400-ipms-extensions":     imfDiscardedX400IpmsExtensions,
	"discarded-x400-mts-extensions":      imfDiscardedX400MtsExtensions,
	"dl-expansion-history":               imfDlExpansionHistory,
	"deferred-delivery":                  imfDeferredDelivery,
	"expires":                            imfExpires,
	"importance":                         imfImportance,
	"incomplete-copy":                    imfIncompleteCopy,
	"latest-delivery-time":               imfLatestDeliveryTime,
	"message-type":                       imfMessageType,
	"original-encoded-information-types": imfOriginalEncodedInformationTypes,
	"originator-return-address":          imfOriginatorReturnAddress,
	"priority":                           imfPriority,
	"reply-by":                           imfReplyBy,
	"sensitivity":                        imfSensitivity,
	"supersedes":                         imfSupersedes,
	"x400-content-type":                  imfX400ContentType,
	"x400-mts-identifier":                imfX400MtsIdentifier,
	"x400-originator":                    imfX400Originator,
	"x400-received":                      imfX400Received,
	"x400-recipients":                    imfX400Recipients,
	"delivered-to":                       imfDeliveredTo,
	"x-mailer":                           imfExtMailer,
	"x-mimeole":                          imfExtMimeole,
	"expiry-date":                        imfExtExpiryDate,
	"x-ms-tnef-correlator":               imfExtTnefCorrelator,
	"x-uidl":                             imfExtUidl,
	"x-authentication-warning":           imfExtAuthenticationWarning,
	"x-virus-scanned":                    imfExtVirusScanned,
	"x-original-to":                      imfExtOriginalTo,
	"thread-index":                       imfThreadIndex,
	"lines":                              imfLines,
	"precedence":                         imfPrecedence,
}
