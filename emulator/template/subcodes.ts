import { badRequestFor, type GraphError } from '../graph/errors.ts'

/** Documented in Meta's error codes (cloud-api §6). */
export const TOO_MANY_TEMPLATES = 2388019
const TOO_LONG = 2388040
const HEADER = 2388047
const BODY = 2388072
const FOOTER = 2388073
const RATIO = 2388293
const EDGE_VARIABLE = 2388299

/** Seen in answers quoted by integrators; not in a document of Meta's that we found. */
const NAME_IN_DELETION = 2388023
const LANGUAGE_EXISTS = 2388024
const FIELD_MISSING = 2388043
const FIELD_UNEXPECTED = 2388044
const UNKNOWN_HANDLE = 2494102
const TEMPLATE_NOT_FOUND = 2593002

/** Unverified: the rule is documented, its subcode is not. */
const BUTTONS = 2388060
const NOT_EDITABLE = 2388003
const EDITED_TOO_OFTEN = 2388004
const NOT_DELETABLE = 2388005
const NOT_PAUSED = 2388006

type Refusal = (explanation: string) => GraphError
const refusal =
  (subcode: number, title: string): Refusal =>
  (explanation) =>
    badRequestFor(subcode, title, explanation)

/** Meta's refusals of a template, each with a sentence of its own for people. */
export const refusals = {
  tooMany: refusal(TOO_MANY_TEMPLATES, 'Message template limit reached'),
  tooLong: refusal(TOO_LONG, 'Character limit exceeded'),
  header: refusal(HEADER, 'Message template "header" format is incorrect'),
  body: refusal(BODY, 'Message template "body" format is incorrect'),
  footer: refusal(FOOTER, 'Message template "footer" format is incorrect'),
  ratio: refusal(RATIO, 'Too many variables for the length of the message'),
  edgeVariable: refusal(EDGE_VARIABLE, 'Variables at the start or end of the template'),
  nameInDeletion: refusal(NAME_IN_DELETION, 'Message template language is being deleted'),
  languageExists: refusal(LANGUAGE_EXISTS, 'Content in this language already exists'),
  missing: refusal(FIELD_MISSING, 'Message template "components" param is missing expected field(s)'),
  unexpected: refusal(FIELD_UNEXPECTED, 'Message template "components" param has unexpected field(s)'),
  unknownHandle: refusal(UNKNOWN_HANDLE, 'The uploaded media handle is not valid'),
  notFound: refusal(TEMPLATE_NOT_FOUND, 'Message template not found'),
  buttons: refusal(BUTTONS, 'Message template "buttons" format is incorrect'),
  notEditable: refusal(NOT_EDITABLE, 'Message template cannot be edited'),
  editedTooOften: refusal(EDITED_TOO_OFTEN, 'Message template edit limit reached'),
  notDeletable: refusal(NOT_DELETABLE, 'Message template cannot be deleted'),
  notPaused: refusal(NOT_PAUSED, 'Message template cannot be unpaused'),
} as const
