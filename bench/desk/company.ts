import type { AccountId, AgentId, ContactId, LineId } from '#core/account/account.ts'

/** The companies that are made, by numbers: the same number always means the same person, line or contact. */
const id = (kind: number, number: number): string =>
  `0192d000-0000-7000-8${String(kind).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`

/** The demo company has 17 of 20 contacts, three more share the rest: whoever reads must not meet them. */
export const LARGE = '0192d000-0000-7000-8000-000000000001' as AccountId
export const SMALL: readonly AccountId[] = [1, 2, 3].map((number) => id(1, number) as AccountId)
/** Shares of the large company's contacts in percent. The first is the demo's own line. */
export const LINES: readonly { readonly lineId: LineId; readonly percent: number }[] = [
  { lineId: '0192d000-0000-7000-8000-000000000031' as LineId, percent: 50 },
  ...[25, 15, 7, 2, 1].map((percent, index) => ({ lineId: id(2, index + 1) as LineId, percent })),
]
export const smallLine = (company: number): LineId => id(3, company) as LineId

export const AGENTS = 50
export const agentId = (number: number): AgentId => id(4, number) as AgentId
export const CONTACT_PREFIX = id(5, 0).slice(0, -12)
export const contactId = (number: number): ContactId => id(5, number) as ContactId

/** Skewed by the seed: those in front are common. */
export const FIRST_NAMES =
  'María José Juan Luis Ana Carlos Sofía Lucía Jorge Miguel Rosa Daniel Fernanda Paula Andrés Camila Diego Valentina Raúl Inés Óscar Beatriz Ángel Irene Tomás Noemí Íñigo Ximena Fabián Zulema'.split(
    ' ',
  )
export const LAST_NAMES =
  'García Hernández Martínez López González Pérez Rodríguez Sánchez Ramírez Flores Gómez Díaz Cruz Morales Reyes Gutiérrez Ortiz Ñandú Núñez Vázquez Castillo Mendoza Aguilar Peña Iñárritu Güemes Zúñiga Quiroga Villaseñor Etxeberria'.split(
    ' ',
  )
