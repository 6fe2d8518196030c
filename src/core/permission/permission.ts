/** What someone may do. Checked in one place, by `may`, for screens, API and feed alike. */
export type Permission =
  | 'conversation:read'
  | 'conversation:write'
  | 'contact:read'
  /** Saying that two contacts are the same person, or are not: it shows one what was said with the other. */
  | 'contact:identify'
  /** The list of all who seem to be there twice. */
  | 'contact:review'
  /** Having WhatsApp hold back what somebody writes, and taking that back. */
  | 'contact:block'
  | 'template:read'
  /** Drafts, purposes and example files. */
  | 'template:write'
  /** Whatever Meta is asked to do with a template: a mistake may cost the number. */
  | 'template:submit'
  | 'media:read'
  | 'media:write'
  | 'message:send'
  /** Taking back what others wrote and has not left yet; what one wrote oneself needs no more than sending. */
  | 'message:cancel'
  | 'line:read'
  | 'line:manage'
  | 'account:read'
  /** That something was set aside, when and why; not what it says. */
  | 'set-aside:read'
  /** What it says, with all personal data in it. */
  | 'set-aside:content'
  | 'set-aside:settle'
  /** What the platform told of lines, account and templates; acknowledging it, too. */
  | 'notice:read'
  /** What messages cost, by whom and for what. */
  | 'cost:read'
  /** Rate cards, billing and budgets. */
  | 'cost:manage'
  /** The consent ledger and its proofs. */
  | 'consent:read'
  /** Writing down what one person said. */
  | 'consent:write'
  /** Reading in files of consents, and the company's texts about it. */
  | 'consent:manage'
  /** What people asked about their data, by when they are to be answered, and who must not be erased. */
  | 'privacy:read'
  /** Handing out all that is kept of a person, erasing them, and holds. */
  | 'privacy:manage'
  /** When and how often people are contacted, and whom nobody may contact. */
  | 'policy:manage'
  /** When somebody is there, and what people are told while nobody is. */
  | 'hours:manage'

export type Role = 'agent' | 'supervisor' | 'admin' | 'integration'

const AGENT: readonly Permission[] = [
  'account:read',
  'line:read',
  'conversation:read',
  'conversation:write',
  'contact:read',
  'contact:block',
  'template:read',
  'media:read',
  'media:write',
  'message:send',
  'consent:read',
  'consent:write',
]

/** The whole of who may do what. `integration` is the role of API keys. */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  agent: [...AGENT, 'contact:identify'],
  supervisor: [
    ...AGENT,
    'contact:identify',
    'contact:review',
    'template:write',
    'template:submit',
    'message:cancel',
    'notice:read',
    'set-aside:read',
    'cost:read',
    'consent:manage',
    'privacy:read',
    'hours:manage',
  ],
  admin: [
    ...AGENT,
    'contact:identify',
    'contact:review',
    'template:write',
    'template:submit',
    'message:cancel',
    'line:manage',
    'notice:read',
    'set-aside:read',
    'set-aside:content',
    'set-aside:settle',
    'cost:read',
    'cost:manage',
    'consent:manage',
    'privacy:read',
    'privacy:manage',
    'policy:manage',
    'hours:manage',
  ],
  integration: [...AGENT, 'template:write', 'template:submit', 'cost:read', 'consent:manage'],
}

export const may = (role: Role, permission: Permission): boolean => PERMISSIONS[role].includes(permission)
