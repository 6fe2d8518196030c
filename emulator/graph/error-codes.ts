/** What Meta says with a code: the HTTP status of a synchronous answer and the title used in answers and statuses. */
export type CodeText = { readonly http: number; readonly title: string; readonly details: string }

/** Cloud API, Error codes, 2025-11 and later notes; titles as in Meta's table. */
const codes: Readonly<Record<number, CodeText>> = {
  0: { http: 401, title: 'AuthException', details: 'We were unable to authenticate the app user.' },
  1: { http: 400, title: 'API Unknown', details: 'Invalid request or possible server error.' },
  2: { http: 503, title: 'API Service', details: 'Temporary due to downtime or due to being overloaded.' },
  3: { http: 500, title: 'API Method', details: 'Capability or permissions issue.' },
  4: { http: 400, title: 'API Too Many Calls', details: 'The app has reached its API call rate limit.' },
  10: {
    http: 403,
    title: 'Application does not have permission for this action',
    details: 'Permission is either not granted or has been removed.',
  },
  33: { http: 400, title: 'Parameter value is not valid', details: 'The business phone number has been deleted.' },
  100: {
    http: 400,
    title: 'Invalid parameter',
    details: 'The request included one or more unsupported or misspelled parameters.',
  },
  190: { http: 401, title: 'Access token has expired', details: 'Your access token has expired.' },
  200: {
    http: 403,
    title:
      'You do not have the necessary permissions required to send messages on behalf of this WhatsApp Business Account',
    details: 'Permission is either not granted or has been removed.',
  },
  368: {
    http: 403,
    title: 'Temporarily blocked for policies violations',
    details: 'The WhatsApp Business Account has been restricted or disabled for violating a platform policy.',
  },
  613: {
    http: 429,
    title: 'Fetch Call Permission For Consumer Phone Number API Limit Hit',
    details: 'Limit reached for requests to the fetch call permission status API.',
  },
  80007: {
    http: 400,
    title: 'Rate limit issues',
    details: 'The WhatsApp Business Account has reached its rate limit.',
  },
  130429: {
    http: 400,
    title: 'Rate limit hit',
    details:
      'Message failed to send because there were too many messages sent from this phone number in a short period of time',
  },
  130472: {
    http: 400,
    title: "User's number is part of an experiment",
    details: "Failed to send message because this user's phone number is part of an experiment",
  },
  130497: {
    http: 403,
    title: 'Business account is restricted from messaging users in this country.',
    details: 'The WhatsApp Business Account is restricted from messaging to users in certain countries.',
  },
  131000: { http: 500, title: 'Something went wrong', details: 'Message failed to send due to an unknown error.' },
  131005: { http: 403, title: 'Access denied', details: 'Permission is either not granted or has been removed.' },
  131008: {
    http: 400,
    title: 'Required parameter is missing',
    details: 'The request is missing a required parameter.',
  },
  131009: { http: 400, title: 'Parameter value is not valid', details: 'One or more parameter values are invalid.' },
  131016: { http: 500, title: 'Service unavailable', details: 'A service is temporarily unavailable.' },
  131021: { http: 400, title: 'Recipient cannot be sender', details: 'Sender and recipient phone number is the same.' },
  131026: {
    http: 400,
    title: 'Message undeliverable',
    details:
      'Unable to deliver message. Reasons can include the recipient phone number not being a WhatsApp phone number.',
  },
  131030: {
    http: 400,
    title: 'Recipient phone number not in allowed list',
    details: 'Add recipient phone number to recipient list and try again.',
  },
  131031: {
    http: 403,
    title: 'Business Account locked',
    details: 'The WhatsApp Business Account has been restricted or disabled for violating a platform policy.',
  },
  131037: {
    http: 400,
    title: 'WhatsApp provided number needs display name approval before message can be sent.',
    details: 'The 555 number does not have an approved display name.',
  },
  131042: {
    http: 400,
    title: 'Business eligibility payment issue',
    details: 'Message failed to send because there were one or more errors related to your payment method.',
  },
  131045: {
    http: 500,
    title: 'Incorrect certificate',
    details: 'Message failed to send due to a phone number registration error.',
  },
  131047: {
    http: 400,
    title: 'Re-engagement message',
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  },
  131048: {
    http: 400,
    title: 'Spam rate limit hit',
    details:
      'Message failed to send because there are restrictions on how many messages can be sent from this phone number.',
  },
  131049: {
    http: 400,
    title: 'This message was not delivered to maintain healthy ecosystem engagement.',
    details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
  },
  131050: {
    http: 400,
    title:
      'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business',
    details: 'This recipient has chosen to stop receiving marketing messages on WhatsApp from your business.',
  },
  131051: { http: 400, title: 'Unsupported message type', details: 'Message type is not currently supported' },
  131052: { http: 400, title: 'Media download error', details: 'Unable to download the media sent by the user.' },
  131053: { http: 400, title: 'Media upload error', details: 'Unable to upload the media used in the message.' },
  131055: {
    http: 400,
    title: 'Method not allowed',
    details: 'Only marketing templates can be sent with the Marketing Messages API.',
  },
  131056: {
    http: 400,
    title: '(Business Account, Consumer Account) pair rate limit hit',
    details:
      'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time',
  },
  131057: { http: 500, title: 'Account in maintenance mode', details: 'Business Account is in maintenance mode.' },
  131059: { http: 400, title: 'Invalid paging cursor', details: 'The paging cursor is not valid.' },
  131062: {
    http: 400,
    title: 'Business-scoped user ID is not supported for this message',
    details: 'Business-scoped user ID (BSUID) recipients are not supported for this message.',
  },
  131063: {
    http: 400,
    title: 'Marketing messages are disabled on Cloud API',
    details: 'Send marketing templates with the Marketing Messages API.',
  },
  131064: {
    http: 400,
    title: 'Template classification limit',
    details: 'Sending is limited after violations of the template classification rules.',
  },
  132000: {
    http: 400,
    title: 'Number of parameters does not match the expected number of params',
    details:
      'The number of variable parameter values included in the request did not match the number of variable parameters defined in the template.',
  },
  132001: {
    http: 404,
    title: 'Template name does not exist in the translation',
    details: 'The template does not exist in the specified language or the template has not been approved.',
  },
  132005: { http: 400, title: 'Translated text too long', details: 'Translated text is too long.' },
  132007: {
    http: 400,
    title: 'Template Format Character Policy Violated',
    details: 'Template content violates a WhatsApp policy.',
  },
  132008: {
    http: 400,
    title: 'Template parameter value is not valid',
    details: 'A parameter value of the template is not valid.',
  },
  132012: {
    http: 400,
    title: 'Parameter format does not match format in the created template',
    details: 'Variable parameter values formatted incorrectly.',
  },
  132015: {
    http: 400,
    title: 'Template is paused',
    details: 'Template is paused due to low quality so it cannot be sent in a template message.',
  },
  132016: {
    http: 400,
    title: 'Template is disabled',
    details: 'Template has been paused too many times due to low quality and is now permanently disabled.',
  },
  132018: {
    http: 400,
    title: 'There is an issue with the parameters of the template',
    details: 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
  },
  132068: { http: 400, title: 'Flow is blocked', details: 'Flow is in blocked state.' },
  132069: {
    http: 400,
    title: 'Flow is throttled',
    details: 'Flow is in throttled state and 10 messages using this flow were already sent in the last hour.',
  },
  133000: { http: 500, title: 'Incomplete deregistration', details: 'A previous deregistration attempt failed.' },
  133004: { http: 503, title: 'Server temporarily unavailable', details: 'Server is temporarily unavailable.' },
  133005: { http: 400, title: 'Two step verification PIN mismatch', details: 'Two-step verification PIN incorrect.' },
  133006: {
    http: 400,
    title: 'Phone number re-verification needed',
    details: 'Phone number needs to be verified before registering.',
  },
  133008: {
    http: 400,
    title: 'Too many two step verification PIN guesses',
    details: 'Too many two-step verification PIN guesses for this phone number.',
  },
  133009: {
    http: 400,
    title: 'Two step verification PIN guessed too fast',
    details: 'Two-step verification PIN was entered too quickly.',
  },
  133010: {
    http: 400,
    title: 'Phone number not registered',
    details: 'Phone number not registered on the WhatsApp Business Platform.',
  },
  133015: {
    http: 400,
    title: 'Please wait a few minutes before attempting to register this phone number',
    details: 'The phone number was recently deleted, and deletion has not yet completed.',
  },
  133016: {
    http: 400,
    title: 'Account register deregister rate limit exceeded',
    details:
      'Registration or deregistration failed because there were too many attempts for this phone number in a short period of time.',
  },
  135000: {
    http: 400,
    title: 'Generic user error',
    details: 'Message failed to send because of an unknown error with your request parameters.',
  },
  137000: {
    http: 400,
    title: 'Recipient identity key hash mismatch',
    details: 'The identity key hash of the recipient has changed.',
  },
  138000: { http: 401, title: 'Calling not enabled', details: 'Calling APIs are not enabled for this phone number.' },
  138001: { http: 400, title: 'Receiver Uncallable', details: 'Receiver is unable to receive calls.' },
  138002: {
    http: 429,
    title: 'Concurrent Calls limit',
    details: 'Limit reached for maximum concurrent calls (1000) for the given number.',
  },
  138003: { http: 400, title: 'Duplicate call', details: 'A call is already ongoing with the receiver.' },
  138006: {
    http: 401,
    title: 'No approved call permission found',
    details: 'No approved call permission from the recipient.',
  },
  138009: {
    http: 400,
    title: 'Call Permission Request Limit Hit',
    details: 'Limit reached for call permission request sends for the given business and consumer pair.',
  },
  138012: {
    http: 400,
    title: 'Business Initiated Calls Limit Hit',
    details: 'Limit reached for maximum business initiated calls allowed in 24 hours.',
  },
  138017: {
    http: 400,
    title: "Call permission request can't be sent because a permanent permission already exists.",
    details: 'A permanent permission has already been approved by the user for this phone number.',
  },
  139100: {
    http: 400,
    title: 'Failed to block/unblock some users',
    details: 'Some users could not be blocked or unblocked.',
  },
  200006: {
    http: 400,
    title: 'Template insights cannot be disabled',
    details: 'Template analytics cannot be disabled once they are enabled.',
  },
  147001: { http: 400, title: 'Username not available', details: 'The username is not available.' },
  147005: {
    http: 400,
    title: 'Username in use',
    details: 'Another phone number of the business portfolio has the username; transfer it with force_transfer.',
  },
}

/** Every code the emulator knows; an unknown one is reported as Meta's "something went wrong". */
export const codeText = (code: number): CodeText =>
  codes[code] ?? { http: 400, title: 'Something went wrong', details: `Error ${code}.` }
