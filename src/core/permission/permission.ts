/** What someone may do. Checked in one place, by `may`, for screens, API and feed alike. */
export type Permission =
  | 'conversation:read'
  | 'conversation:write'
  | 'contact:read'
  | 'template:read'
  | 'media:read'
  | 'media:write'
  | 'message:send'
  | 'line:read'
  | 'line:manage'
  | 'account:read'

export type Role = 'agent' | 'supervisor' | 'admin' | 'integration'

const AGENT: readonly Permission[] = [
  'account:read',
  'line:read',
  'conversation:read',
  'conversation:write',
  'contact:read',
  'template:read',
  'media:read',
  'media:write',
  'message:send',
]

/** The whole of who may do what. `integration` is the role of API keys. */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  agent: AGENT,
  supervisor: AGENT,
  admin: [...AGENT, 'line:manage'],
  integration: AGENT,
}

export const may = (role: Role, permission: Permission): boolean => PERMISSIONS[role].includes(permission)
